import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../src/client.js';
import { connectService, type ServiceClient } from '../src/connect.js';
import { createClient } from '../src/create-client.js';
import { type ApprovalService, serveApprovals } from './approval-service.js';

/** As a generated contract has it. */
interface Answer {
  readonly approved: boolean;
}
interface Workflows {
  readonly Approval: {
    readonly input: object;
    readonly document: { readonly 'approve-output': Answer };
    readonly callbacks: { readonly approve: Answer };
  };
  readonly Signal: {
    readonly input: object;
    readonly document: object;
    readonly callbacks: { readonly approve: undefined };
  };
  readonly Plain: { readonly input: object; readonly document: object };
}

const isAnswer = (value: unknown) => typeof (value as Partial<Answer>).approved === 'boolean';
const violation = { instancePath: '/approved', keyword: 'type', message: 'must be boolean' };
const schema = { version: 'v1', validate: Object.assign(isAnswer, { errors: [violation] }) };
const outputKeys = ['approve-output'];
const definition = {
  workflow: 'Approval',
  outputKeys,
  callbacks: [{ step: 'approve', output: { key: 'approve-output', schema } }],
};

let served: ApprovalService;
let client: Client;
let service: ServiceClient<Workflows>;
let sfn: SFNClient;

beforeAll(async () => {
  served = await serveApprovals();
  client = createClient(served.options);
  const { endpoint = '', region = '', credentials } = served.options;
  sfn = new SFNClient({ endpoint, region, ...(credentials ? { credentials } : {}) });
  service = connectService<Workflows>(
    {
      Approval: definition,
      Signal: { workflow: 'Signal', outputKeys: [], callbacks: [{ step: 'approve' }] },
      Plain: { workflow: 'Plain', outputKeys: [] },
    },
    {
      client,
      stateMachines: { Approval: served.arnOf('Approval'), Signal: served.arnOf('Signal') },
    },
  );
});
afterAll(async () => {
  client?.close();
  sfn?.destroy();
  await served?.close();
});

/** Starts a workflow and waits until its step has asked. */
async function ask(workflow: string) {
  const execution = await client.start(served.arnOf(workflow), { order: 7 });
  return { execution, token: await served.tokenOf(execution.txnId) };
}

async function outputOf(executionArn: string): Promise<unknown> {
  const { output } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
  return JSON.parse(output ?? 'null');
}

describe('an answer', () => {
  it('is given by the token, by the execution, or by the state machine and the transaction id', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, async (_, way) => {
        const { execution, token } = await ask('Approval');
        const { txnId, executionArn } = execution;
        const references = [
          token,
          { token },
          { executionArn, step: 'approve' },
          { stateMachineArn: served.arnOf('Approval'), txnId, step: 'approve' },
        ];
        await client.complete(references[way] ?? '', { approved: true });
        expect((await execution.wait()).status).toBe('SUCCEEDED');
        expect(await outputOf(executionArn)).toEqual({ signals: { 'approve-output': { approved: true } } });
        return execution.fetch();
      }),
    );
    for (const document of answers) {
      expect(document).toEqual({ order: 7, 'approve-output': { approved: true } });
    }
  });

  it('finds its step where the name of the state machine does not tell the workflow', async () => {
    const { execution } = await ask('Signal');
    await client.complete({ executionArn: execution.executionArn, step: 'approve' });
    expect((await execution.wait()).status).toBe('SUCCEEDED');
  });

  it('may be a failure, and signs of life before it', async () => {
    const { execution, token } = await ask('Approval');
    await client.heartbeat(token);
    await client.fail(token, { error: 'Refused', cause: 'too dear' });
    expect(await execution.wait()).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'too dear' });
    await expect(client.complete(token, { approved: true })).rejects.toMatchObject({
      name: 'AlreadyAnsweredError',
    });
  });

  it('after the time is too late, and stores nothing', async () => {
    const { execution, token } = await ask('Hurried');
    expect((await execution.wait()).status).toBe('SUCCEEDED');
    await expect(client.complete(token, { approved: true })).rejects.toMatchObject({
      name: 'AnswerTooLateError',
      step: 'approve',
      txnId: execution.txnId,
    });
    expect(await execution.fetch()).toEqual({ order: 7 });
  });

  it('to what nobody asked is an error, as is a text that is no token', async () => {
    const { execution, token } = await ask('Approval');
    const { executionArn } = execution;
    await expect(client.complete({ executionArn, step: 'other' }, 1)).rejects.toMatchObject({
      name: 'CallbackNotFoundError',
      step: 'other',
    });
    const wrong = [
      () => client.complete('AAAAKgAAAAIAAAAA', 1),
      () => client.complete({ token, step: 'other' }, 1),
      () => client.complete(token, 1, { ...definition, workflow: 'Other' }),
    ];
    for (const give of wrong) await expect(give()).rejects.toMatchObject({ name: 'InvalidTaskTokenError' });
    await client.complete(token, { approved: false });
  });
});

describe('a typed service', () => {
  it('answers by name, and checks the answer first', async () => {
    const { execution, token } = await ask('Approval');
    const { txnId, executionArn } = execution;
    const wrong = { approved: 'yes' } as unknown as Answer;
    await expect(service.Approval.complete({ txnId, step: 'approve' }, wrong)).rejects.toMatchObject({
      name: 'OutputValidationError',
      message: expect.stringContaining('approve-output at /approved: must be boolean'),
    });
    await service.Approval.heartbeat({ token, step: 'approve' });
    expect(await execution.fetch()).toEqual({ order: 7 });
    await service.Approval.complete({ txnId, step: 'approve' }, { approved: true });
    await service.Approval.complete({ executionArn, step: 'approve' }, { approved: true });
    await expect(service.Approval.fail({ token, step: 'approve' }, { error: 'No' })).rejects.toMatchObject({
      name: 'AlreadyAnsweredError',
    });
    const document = await (await service.Approval.execution({ txnId })).result();
    expect(document['approve-output'].approved).toBe(true);
  });

  it('takes no output where there is none', async () => {
    const { execution } = await ask('Signal');
    await service.Signal.complete({ txnId: execution.txnId, step: 'approve' });
    expect((await execution.wait()).status).toBe('SUCCEEDED');
  });

  it('does not compile with a wrong step or answer', () => {
    const callback = { txnId: '0x0123456789abcdef', step: 'approve' } as const;
    const wrong = [
      // @ts-expect-error the answer lacks approved
      () => service.Approval.complete(callback, {}),
      // @ts-expect-error there is no answer
      () => service.Approval.complete(callback),
      // @ts-expect-error there is no such step
      () => service.Approval.complete({ ...callback, step: 'other' }, { approved: true }),
      // @ts-expect-error the answer has no content
      () => service.Signal.complete(callback, { approved: true }),
      // @ts-expect-error no step waits
      () => service.Plain.complete(callback),
      // @ts-expect-error a failure has a name
      () => service.Approval.fail(callback, {}),
    ];
    expect(wrong).toHaveLength(6);
  });
});
