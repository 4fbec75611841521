import { createHash } from 'node:crypto';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DownstreamDefinition } from '../src/contract/index.js';
import { createAwaitHandler, listReads, newTxnId } from '../src/index.js';
import { visitDigest } from '../src/start/txn-id.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { awaiting, type EventMore, eventOf } from './support/steps.js';

const log = captureLog();
let services: TestServices;
let txnId = '';

beforeAll(async () => {
  services = await startServices();
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":12345678901234567890}', { 'sfs3-execution': event().execution });
  await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '{"n":1.50}');
});

const event = (more: EventMore = {}) => eventOf(txnId, 'step-d', more);
const childId = () => `0x${visitDigest(event(), 'step-d')}`;
const prepare = (definition: DownstreamDefinition = awaiting) =>
  createAwaitHandler(definition)(event({ phase: 'prepare' }));
const store = (ended: boolean, definition: DownstreamDefinition = awaiting, more: EventMore = {}) =>
  createAwaitHandler(definition)(
    event({ phase: 'store', child: { processData: childId(), ended }, ...more }),
  );
const stored = async () => (await readObject(services.s3, `out/ProcessA/${txnId}/step-b-output`)).text;
const publish = (text: string) => putText(services.s3, childId(), text, { 'sfs3-published': 'true' });

/** Starts the child as the state machine does, and lets it end. */
async function runChild(stateMachineArn = services.childMachine): Promise<string> {
  const { executionArn = '' } = await services.sfn.send(
    new StartExecutionCommand({ stateMachineArn, name: childId(), input: '{}' }),
  );
  return executionArn;
}

async function machineOf(state: object): Promise<string> {
  const definition = { QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only: state } };
  const { stateMachineArn = '' } = await services.sfn.send(
    new CreateStateMachineCommand({
      name: `child-${createHash('md5').update(JSON.stringify(state)).digest('hex')}`,
      definition: JSON.stringify(definition),
      roleArn: 'arn:aws:iam::000000000000:role/none',
    }),
  );
  return stateMachineArn;
}

/** Runs with another state machine as the child's. */
async function withMachine(arn: string, run: () => Promise<void>): Promise<void> {
  process.env.CHILD_STATE_MACHINE_ARN = arn;
  try {
    await run();
  } finally {
    process.env.CHILD_STATE_MACHINE_ARN = services.childMachine;
  }
}

describe('the first phase', () => {
  it('creates the child’s document and answers its id, but starts and stores nothing', async () => {
    const before = await services.executions();
    expect(await prepare()).toEqual({ child: childId() });
    const { text, metadata } = await readObject(services.s3, childId());
    expect(text).toBe('{"foo":12345678901234567890,"step-a-output":{"n":1.50}}');
    expect(metadata['sfs3-parent']).toBe(`${event().execution}#step-d`);
    expect(await services.executions()).toEqual(before);
    expect(await services.versions(`out/ProcessA/${txnId}/step-b-output`)).toEqual({});
  });

  it('finds again what an earlier attempt created', async () => {
    await prepare();
    const again = createAwaitHandler(awaiting)(event({ phase: 'prepare', retry: 1 }));
    expect(await again).toEqual({ child: childId() });
    expect(await services.versions(childId())).toEqual({ [childId()]: 1 });
  });
});

describe('the first phase of a step that reads what a map has collected', () => {
  it('gives the child the list', async () => {
    const entries = `map/ProcessA/${txnId}/each/pick-output/`;
    const list = { entries, count: 2, bytes: 2, missing: [] };
    await putText(services.s3, `${entries}00000000`, '1');
    await putText(services.s3, `${entries}00000001`, '2');
    await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, JSON.stringify(list), {
      'sfs3-collected': 'true',
    });
    const handle = createAwaitHandler(awaiting, { listReads });
    expect(await handle(event({ phase: 'prepare' }))).toEqual({ child: childId() });
    const { text } = await readObject(services.s3, childId());
    expect(text).toBe('{"foo":12345678901234567890,"step-a-output":[1,2]}');
  });
});

describe('the second phase', () => {
  it('stores who the child is, and its document byte for byte, without what is sensitive', async () => {
    const secret = `{"$ref":"s3://${bucketName}/out/child/${childId()}/secret"}`;
    await putText(services.s3, `out/child/${childId()}/secret`, '"the secret"');
    await publish(`{"n": 1.50,"big":12345678901234567890,"secret":${secret}}`);
    expect(await store(true)).toEqual({});
    const arn = services.childMachine.replace('stateMachine', 'execution');
    expect(await stored()).toBe(
      `{"downstreamExecutionArn":"${arn}:${childId()}","processData":"${childId()}",` +
        `"document":{"n": 1.50,"big":12345678901234567890,"secret":${secret}}}`,
    );
  });

  it('puts large outputs back that the document refers to', async () => {
    const key = `out/child/${childId()}/child-output`;
    await putText(services.s3, key, '[1,2]');
    const sha256 = createHash('sha256').update('[1,2]').digest('hex');
    await publish(`{"child-output":{"$ref":"s3://${bucketName}/${key}","size":5,"sha256":"${sha256}"}}`);
    await store(true);
    expect(JSON.parse(await stored()).document).toEqual({ 'child-output': [1, 2] });
  });

  it('composes a document that nobody publishes, and of an unknown workflow takes the object as it is', async () => {
    await putText(services.s3, childId(), '{"foo":1}');
    for (const key of ['child-output', 'secret']) {
      await putText(services.s3, `out/child/${childId()}/${key}`, '2');
    }
    await store(true, { ...awaiting, output: { key: 'known' } });
    const known = await readObject(services.s3, `out/ProcessA/${txnId}/known`);
    expect(JSON.parse(known.text).document).toEqual({ foo: 1, 'child-output': 2 });
    await store(true, { ...awaiting, child: { workflow: 'child' } });
    expect(JSON.parse(await stored()).document).toEqual({ foo: 1 });
  });

  it('answers signals of the child’s document', async () => {
    await publish('{"child-output":{"weight":7}}');
    const path = ['document', 'child-output', 'weight'];
    const signals = [{ name: 'document.child-output.weight', path, measure: 'value' as const }];
    const definition = { ...awaiting, output: { key: 'step-b-output', signals } };
    const expected = { signals: { 'step-b-output': { 'document.child-output.weight': 7 } } };
    expect(await store(true, definition)).toEqual(expected);
    expect(await store(true, definition, { retry: 1 })).toEqual(expected);
    expect(await services.versions(`out/ProcessA/${txnId}/step-b-output`)).toEqual({
      [`out/ProcessA/${txnId}/step-b-output`]: 1,
    });
  });

  it('asks how a child has ended that was started before', async () => {
    await publish('{}');
    await expect
      .poll(async () => {
        const executionArn = await runChild().catch(() => '');
        return (
          executionArn === '' ||
          (await services.sfn.send(new DescribeExecutionCommand({ executionArn }))).status
        );
      })
      .not.toBe('RUNNING');
    await store(false);
    expect(JSON.parse(await stored())).toMatchObject({ processData: childId(), document: {} });
  });

  it('waits for one that is running again, and fails with the error of one that has failed', async () => {
    await publish('{}');
    const slow = await machineOf({ Type: 'Wait', Seconds: 3_600, End: true });
    await withMachine(slow, async () => {
      const executionArn = await runChild(slow);
      await expect(store(false)).rejects.toMatchObject({ name: 'DownstreamPendingError', executionArn });
      await services.sfn.send(new StopExecutionCommand({ executionArn, error: 'Strike', cause: 'Today.' }));
      await expect(store(false)).rejects.toMatchObject({
        name: 'DownstreamFailedError',
        status: 'ABORTED',
        message: `step-d: ${executionArn} has ended as ABORTED (Strike: Today.).`,
      });
    });
    expect(await services.versions(`out/ProcessA/${txnId}/step-b-output`)).toEqual({});
  });

  it('of a step without an output reads nothing', async () => {
    const { output: _none, ...silent } = awaiting;
    expect(await store(true, silent)).toEqual({});
  });
});

it.each([[{}], [{ phase: 'other' }], [{ phase: 'store' }]])(
  'refuses an event that it does not know (%j)',
  async (more) => {
    await expect(createAwaitHandler(awaiting)(event(more))).rejects.toMatchObject({
      name: 'InvalidStepEventError',
    });
  },
);

it('refuses a child that is none', async () => {
  const child = { processData: '../other', ended: true };
  await expect(createAwaitHandler(awaiting)(event({ phase: 'store', child }))).rejects.toMatchObject({
    name: 'InvalidTransactionIdError',
  });
});
