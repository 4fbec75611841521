import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningService } from './running-service.js';

const asking = `export const run = ({ context }) => {
  context.logger.info('asked', { token: context.taskToken });
};`;

/** What the generated module has of the typed client, as far as these tests go. */
interface Generated {
  connect(options: object): {
    readonly Approval: {
      start(input: object): Promise<import('@sfs3/client').StartedExecution>;
      complete(callback: object, output: unknown): Promise<void>;
      fail(callback: object, failure: { readonly error: string; readonly cause?: string }): Promise<void>;
      heartbeat(callback: object): Promise<void>;
    };
    readonly Sign: {
      start(input: object): Promise<import('@sfs3/client').StartedExecution>;
      complete(callback: object, output?: unknown): Promise<void>;
    };
  };
}

let service: RunningService;
let approval: ReturnType<Generated['connect']>['Approval'];
let sign: ReturnType<Generated['connect']>['Sign'];
beforeAll(async () => {
  service = await RunningService.serve('callback', {
    'steps/Approval/approve.ts': asking,
    'src/escalate.ts': asking,
    'steps/Approval/pay.ts': `export const run = (reads) => [reads['approve-output'] ?? null, reads['escalate-output'] ?? null];`,
    'steps/Approval/withdrawn.ts': `export const run = ({ error, context }) => context.logger.info('withdrawn', { error });`,
    'steps/Sign/draft.ts': `export const run = () => 'text';`,
    'steps/Sign/sign-as-buyer.ts': asking,
    'steps/Sign/sign-as-seller.ts': asking,
  });
  const { connect } = await service.clientModule<Generated>();
  const stateMachines = {
    Approval: service.stateMachineArn('Approval'),
    Sign: service.stateMachineArn('Sign'),
  };
  ({ Approval: approval, Sign: sign } = connect({ stateMachines, client: service.client }));
});
afterAll(() => service?.close());

describe('an answer', () => {
  it('is stored as the output of the step, and conditions see it', async () => {
    const release = service.holdTime();
    const { txnId, ...execution } = await approval.start({ amount: 5 });
    await service.logged({ txnId, step: 'approve', message: 'asked' });
    await approval.complete({ txnId, step: 'approve' }, { decision: 'yes', by: 'me' });
    release();
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    const answer = { decision: 'yes', by: 'me' };
    expect(await execution.fetch()).toEqual({
      amount: 5,
      'approve-output': answer,
      'pay-output': [answer, null],
    });
    expect(await service.versions(`out/Approval/${txnId}/`)).toEqual({
      'approve-output': 1,
      'pay-output': 1,
    });
    expect(await service.versions(`callback/Approval/${txnId}/`)).toEqual({ approve: 1 });
    await expect(approval.complete({ txnId, step: 'approve' }, { decision: 'no' })).rejects.toMatchObject({
      name: 'AlreadyAnsweredError',
    });
  });

  it('may come by the token', async () => {
    const release = service.holdTime();
    const execution = await approval.start({ amount: 5 });
    const { token } = await service.logged({ txnId: execution.txnId, step: 'approve', message: 'asked' });
    await approval.complete({ token, step: 'approve' }, { decision: 'no' });
    release();
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'Rejected' });
  });

  it('that is wrong is refused, and the step waits on', async () => {
    const release = service.holdTime();
    const { txnId, ...execution } = await approval.start({ amount: 2_000_000 });
    await service.logged({ txnId, step: 'approve', message: 'asked' });
    await expect(approval.complete({ txnId, step: 'approve' }, { decision: 'maybe' })).rejects.toMatchObject({
      name: 'OutputValidationError',
    });
    expect(await service.versions(`out/Approval/${txnId}/`)).toEqual({});
    await approval.complete({ txnId, step: 'approve' }, { decision: 'yes' });
    release();
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'Rejected' });
  });

  it('may be that it failed, which a catch sees', async () => {
    const release = service.holdTime();
    const { txnId, ...execution } = await approval.start({ amount: 5 });
    await service.logged({ txnId, step: 'approve', message: 'asked' });
    await approval.fail({ txnId, step: 'approve' }, { error: 'Withdrawn', cause: 'No need.' });
    release();
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    expect(await service.logged({ txnId, message: 'withdrawn' })).toMatchObject({
      error: { name: 'Withdrawn', message: 'No need.', step: 'approve' },
    });
    expect(await execution.fetch()).toEqual({ amount: 5 });
  });

  it('that comes too late is refused; then the next one is asked', async () => {
    const { txnId, ...execution } = await approval.start({ amount: 5 });
    // Nobody holds the time: three days pass, then twice an hour without a sign of life.
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    expect(await service.visits(execution.executionArn)).toMatchObject({
      approve: 1,
      escalate: 1,
      withdrawn: 1,
    });
    await expect(approval.complete({ txnId, step: 'approve' }, { decision: 'yes' })).rejects.toMatchObject({
      name: 'AnswerTooLateError',
    });
    expect(await service.versions(`out/Approval/${txnId}/`)).toEqual({});
    // The second attempt at escalate gave another token away.
    expect(await service.versions(`callback/Approval/${txnId}/`)).toEqual({ approve: 1, escalate: 2 });
  });
});

it('waits for several at once, takes an answer that carries nothing, and publishes behind them', async () => {
  const release = service.holdTime();
  const { txnId, ...execution } = await sign.start({ for: 'me' });
  for (const step of ['sign-as-seller', 'sign-as-buyer'])
    await service.logged({ txnId, step, message: 'asked' });
  await sign.complete({ txnId, step: 'sign-as-seller' }, 'S.');
  await sign.complete({ txnId, step: 'sign-as-buyer' });
  release();
  expect((await execution.wait()).status).toBe('SUCCEEDED');
  expect(await execution.fetch()).toEqual({
    for: 'me',
    'draft-output': 'text',
    'sign-as-seller-output': 'S.',
  });
  // An answer that carries nothing is noted beside the token; one that is an output is that output.
  expect(await service.versions(`callback/Sign/${txnId}/`)).toEqual({
    'sign-as-buyer': 2,
    'sign-as-seller': 1,
  });
  expect(await service.versions(txnId)).toEqual({ '': 2 });
});
