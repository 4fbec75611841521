import { join } from 'node:path';
import { describeDeployment, generate } from '@sfs3/generator';
import { type LocalServices, startLocalServices } from '@sfs3/local';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FunctionLog } from '../../test/behaviour/function-log.js';
import { connect } from '../approval/generated/client.js';

const specPath = join(import.meta.dirname, '..', 'approval', 'workflow.yaml');
const request = { requester: 'ada', approver: 'grace', deputy: 'edsger', amount: 1200 };
const day = 24 * 60 * 60 * 1000;

const log = new FunctionLog();
let generated: Awaited<ReturnType<typeof generate>>;
let services: LocalServices;
let releaseDeputy = (): void => undefined;
let approval: ReturnType<typeof connect>['Approval'];
beforeAll(async () => {
  generated = await generate({ specPath, check: true });
  const { service, flow, outDir } = generated;
  if (service === undefined || flow === undefined) throw new Error('The example has mistakes');
  services = await startLocalServices({
    time: 'skip',
    log: (line) => log.take(line),
    interceptInvocation: ({ functionName }) => {
      // Or the deputy's three days would be over before anybody could answer.
      if (functionName.endsWith('-escalate')) releaseDeputy = services.holdTime();
      return undefined;
    },
  });
  const deployment = describeDeployment(service, flow, { outDir });
  await services.apply(deployment);
  ({ Approval: approval } = connect({
    stateMachines: { Approval: services.stateMachineArn('Approval-dev') },
    bucket: deployment.bucket.name,
    endpoint: services.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }));
});
afterAll(() => services?.close());

it('is generated from its spec', () => {
  const differing = generated.changes.filter(({ kind }) => kind !== 'keep');
  expect({ differing, diagnostics: generated.diagnostics, ok: generated.ok }).toEqual({
    differing: [],
    diagnostics: [],
    ok: true,
  });
});

it('is approved by whoever has the token', async () => {
  const release = services.holdTime();
  const execution = await approval.start(request);
  const { token } = await log.find({ txnId: execution.txnId, from: 'grace', amount: 1200 });
  await approval.complete({ token: String(token), step: 'approve' }, { approved: true, by: 'grace' });
  release();
  expect((await execution.wait()).status).toBe('SUCCEEDED');
  expect(await execution.fetch()).toEqual({
    ...request,
    'approve-output': { approved: true, by: 'grace' },
    'notify-output': { approved: true, text: 'Your request for 1200 was approved by grace.' },
  });
});

it('is rejected by name of execution and step, and tells why', async () => {
  const release = services.holdTime();
  const { txnId, ...execution } = await approval.start(request);
  await log.find({ txnId, from: 'grace' });
  await approval.complete({ txnId, step: 'approve' }, { approved: false, by: 'grace', note: 'Too much.' });
  release();
  expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'Rejected' });
  expect(await execution.fetch()).toMatchObject({
    'approve-output': { note: 'Too much.' },
    'notify-output': { text: 'Your request for 1200 was rejected by grace.' },
  });
});

it('goes to the deputy after three days, and the approver comes too late', async () => {
  const { txnId, ...execution } = await approval.start({ ...request, deputy: 'linus' });
  const asked = await log.find({ txnId, from: 'linus' });
  expect(asked).toMatchObject({ because: 'approve: States.Timeout' });
  const late = approval.complete({ txnId, step: 'approve' }, { approved: false, by: 'grace' });
  await expect(late).rejects.toMatchObject({ name: 'AnswerTooLateError' });
  await approval.complete({ txnId, step: 'escalate' }, { approved: true, by: 'linus' });
  releaseDeputy();
  const outcome = await execution.wait();
  expect(outcome.status).toBe('SUCCEEDED');
  const lasted = (outcome.stopDate?.getTime() ?? 0) - (outcome.startDate?.getTime() ?? 0);
  expect(lasted).toBeGreaterThan(3 * day);
  expect(lasted).toBeLessThan(4 * day);
  expect(await execution.fetch()).toEqual({
    ...request,
    deputy: 'linus',
    'escalate-output': { approved: true, by: 'linus' },
    'notify-output': { approved: true, text: 'Your request for 1200 was approved by linus.' },
  });
});

it('expires where nobody answers', async () => {
  const execution = await approval.start({ ...request, deputy: 'alan' });
  await log.find({ txnId: execution.txnId, from: 'alan' });
  releaseDeputy();
  expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'Expired' });
  expect(await execution.fetch()).toEqual({ ...request, deputy: 'alan' });
});
