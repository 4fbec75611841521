import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StepDefinition } from '../src/contract/index.js';
import { createStepHandler, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { eventOf, schemaOf, taskA, taskB } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  await putText(services.s3, txnId, '{"foo":"foo val","bar":"bar val"}');
  requests = [];
});

const execution = () => eventOf(txnId, 'step-a').execution;

describe('a read', () => {
  const reading = (key: string, optional: boolean): StepDefinition => ({
    ...taskB,
    reads: [{ key, optional }],
  });

  it('that is optional and not there is undefined', async () => {
    const seen: unknown[] = [];
    const handler = createStepHandler(reading('step-a-output', true), (reads: Record<string, unknown>) => {
      seen.push('step-a-output' in reads, reads['step-a-output']);
      return 1;
    });
    await handler(eventOf(txnId, 'step-b'));
    expect(seen).toEqual([true, undefined]);
  });

  it('that must be there and is not, fails so that a retry helps', async () => {
    const handler = createStepHandler(reading('step-a-output', false), () => 1);
    await expect(handler(eventOf(txnId, 'step-b'))).rejects.toMatchObject({
      name: 'S3DataPreconditionError',
      bucket: bucketName,
      key: `out/ProcessA/${txnId}/step-a-output`,
    });
  });

  it('of an output that another execution wrote is refused before the body runs', async () => {
    await putText(services.s3, `out/ProcessA/${txnId}/step-a-output`, '1', { 'sfs3-execution': 'arn:other' });
    const handler = createStepHandler(reading('step-a-output', false), () => expect.unreachable());
    await expect(handler(eventOf(txnId, 'step-b'))).rejects.toMatchObject({
      name: 'DocumentOwnedError',
      owner: 'arn:other',
    });
  });

  it('of an input that another execution owns is refused', async () => {
    await putText(services.s3, txnId, '{}', { 'sfs3-execution': 'arn:other' });
    const handler = createStepHandler(taskA, () => expect.unreachable());
    await expect(handler(eventOf(txnId, 'step-a'))).rejects.toMatchObject({
      name: 'DocumentOwnedError',
      owner: 'arn:other',
    });
  });

  it.each(['[1]', 'null', '"text"', '{"foo":', '\u{FFFD}'])(
    'of an input that is %j is refused without quoting it',
    async (text) => {
      await putText(services.s3, txnId, text);
      const attempt = createStepHandler(taskA, () => 1)(eventOf(txnId, 'step-a'));
      await expect(attempt).rejects.toMatchObject({
        name: 'DocumentFormatError',
        message: expect.not.stringContaining('foo'),
      });
    },
  );

  it('of an input that has an output’s key is refused', async () => {
    await putText(services.s3, txnId, '{"step-b-output":1}');
    const attempt = createStepHandler(taskA, () => 1)(eventOf(txnId, 'step-a'));
    await expect(attempt).rejects.toMatchObject({ name: 'InputKeyConflictError', key: 'step-b-output' });
  });

  it('is checked against its schema, unless it was written against the same one', async () => {
    const checked: unknown[] = [];
    const schema = schemaOf('v2', 'type', (value) => checked.push(value) === 0);
    const handler = createStepHandler(
      { ...taskA, reads: [{ key: 'input', optional: false, schema }] },
      () => 1,
    );
    await expect(handler(eventOf(txnId, 'step-a'))).rejects.toMatchObject({
      name: 'InputValidationError',
      message: 'step-a: input breaks its schema at /status: must meet type (type).',
    });
    await putText(services.s3, txnId, '{}', { 'sfs3-schema': 'v2' });
    await handler(eventOf(txnId, 'step-a'));
    expect(checked).toHaveLength(1);
  });

  it('of a document that is published already is the input alone, byte for byte where it stays', async () => {
    await putText(
      services.s3,
      txnId,
      '{"foo":12345678901234567890,"step-a-output":{},"step-c-output":[{"a":"}"}]}',
      {
        'sfs3-published': 'true',
        'sfs3-execution': execution(),
      },
    );
    const seen: unknown[] = [];
    await createStepHandler(taskA, ({ input }: { input: unknown }) => seen.push(input))(
      eventOf(txnId, 'step-a'),
    );
    expect(seen).toEqual([{ foo: 12345678901234567000 }]);
  });
});
