import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDownstreamHandler, createStepHandler, newTxnId, type StepError } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { downstream, eventOf, taskA } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name);
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val","error":"mine"}');
  requests = [];
});

const reading = (optional: boolean) => {
  const { output: _none, ...definition } = taskA;
  return { ...definition, reads: [{ key: 'error', optional }] };
};

async function seenBy(optional: boolean, error: unknown): Promise<StepError | undefined> {
  const seen: (StepError | undefined)[] = [];
  const run = (event: { error?: StepError }) => seen.push(event.error);
  await createStepHandler(reading(optional), run)({ ...eventOf(txnId, 'step-a'), error });
  return seen[0];
}

describe('the error read', () => {
  it.each([
    [
      'of a function',
      '{"errorType":"NobodyHome","errorMessage":"nobody is at home","trace":[]}',
      'nobody is at home',
    ],
    ['of Step Functions itself', 'The step ran out of time.', 'The step ran out of time.'],
    ['that is JSON of another kind', '{"message":7}', '{"message":7}'],
    ['that is null in JSON', 'null', 'null'],
    ['with a message that is no text', '{"errorMessage":7}', '{"errorMessage":7}'],
    ['without a cause', '', ''],
    ['whose cause is missing', undefined, ''],
  ])('is what was caught: %s', async (_, cause, message) => {
    const caught = { name: 'NobodyHome', cause, step: 'charge' };
    expect(await seenBy(false, caught)).toEqual({ name: 'NobodyHome', message, step: 'charge' });
    expect(requests).toEqual([]);
  });

  it.each([null, undefined])('is undefined where it is optional and the event has %j', async (error) => {
    expect(await seenBy(true, error)).toBeUndefined();
    await expect(seenBy(false, error)).rejects.toMatchObject({
      name: 'InvalidStepEventError',
      field: 'error',
    });
  });

  it.each([
    [{ Error: 'NobodyHome', Cause: '{"errorMessage":"No."}' }, 'NobodyHome: No.'],
    [{ Error: 'NobodyHome', Cause: 'plain' }, 'NobodyHome: plain'],
    [{ Error: 'NobodyHome' }, 'NobodyHome'],
    [{}, 'FAILED'],
    [
      {
        Error: 'States.TaskFailed',
        Cause: '{"ExecutionArn":"arn:2","Status":"TIMED_OUT"}',
      },
      'States.TaskFailed: TIMED_OUT',
    ],
  ])('of an execution that was waited for tells what that failed with (%j)', async (more, message) => {
    const cause = JSON.stringify({ ExecutionArn: 'arn:1', Status: 'FAILED', Input: '{}', ...more });
    expect(await seenBy(false, { name: 'States.TaskFailed', cause, step: 'ship' })).toEqual({
      name: 'States.TaskFailed',
      message,
      step: 'ship',
    });
  });

  it('without a name has an empty one, and names its step always', async () => {
    expect(await seenBy(false, { step: 'charge' })).toEqual({ name: '', message: '', step: 'charge' });
    await expect(seenBy(false, { name: 'E', cause: '' })).rejects.toMatchObject({
      name: 'InvalidStepEventError',
    });
  });

  it('of a downstream step goes to the child, in the place of what the input has under that name', async () => {
    const reads = [
      { key: 'input', optional: false },
      { key: 'error', optional: true },
    ];
    const handler = createDownstreamHandler({ ...downstream, reads });
    const childOf = async (error: unknown) => {
      txnId = newTxnId();
      await putText(services.s3, txnId, '{"foo":"foo val","error":"mine"}');
      await handler({ ...eventOf(txnId, 'step-d'), error });
      const { text } = await readObject(services.s3, `out/ProcessA/${txnId}/step-b-output`);
      const { Body } = await services.s3.send(
        new GetObjectCommand({ Bucket: bucketName, Key: JSON.parse(text).processData }),
      );
      return Body?.transformToString();
    };
    expect(await childOf({ name: 'E', cause: 'why', step: 'charge' })).toBe(
      '{"foo":"foo val","error":{"name":"E","message":"why","step":"charge"}}',
    );
    expect(await childOf(null)).toBe('{"foo":"foo val","error":"mine"}');
  });
});
