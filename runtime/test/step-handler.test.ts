import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStepHandler, newTxnId, type StepContext } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { eventOf, schemaOf, taskA, taskB } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let headers: Record<string, unknown>[] = [];
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name.replaceAll(txnId, '<id>'));
    headers.push(exchange.headers);
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
  headers = [];
});

const outputOf = (key: string) => readObject(services.s3, `out/ProcessA/${txnId}/${key}`);
const execution = () => eventOf(txnId, 'step-a').execution;

describe('a step', () => {
  it('gets what it reads and costs one GET for each read and one PUT', async () => {
    await createStepHandler(taskA, () => ({ status: 'ok' }))(eventOf(txnId, 'step-a'));
    requests = [];
    const seen: unknown[] = [];
    const run = ({ context: _context, ...reads }: { context: StepContext }) => {
      seen.push(reads);
      return { property1: 'p1' };
    };
    expect(await createStepHandler(taskB, run)(eventOf(txnId, 'step-b'))).toEqual({});
    expect(seen).toEqual([{ input: { foo: 'foo val', bar: 'bar val' }, 'step-a-output': { status: 'ok' } }]);
    expect(requests.toSorted()).toEqual([
      'GET <id>',
      'GET out/ProcessA/<id>/step-a-output',
      'PUT out/ProcessA/<id>/step-b-output',
    ]);
  });

  it('stores its output compactly, with its provenance, encrypted, on condition that there is none', async () => {
    const schema = schemaOf('v1', 'enum', () => true);
    const definition = { ...taskA, output: { key: 'step-a-output', schema } };
    await createStepHandler(definition, () => ({ status: 'ok', n: [1.5, null] }))(eventOf(txnId, 'step-a'));
    const { text, metadata, head } = await outputOf('step-a-output');
    expect(text).toBe('{"status":"ok","n":[1.5,null]}');
    expect(metadata).toEqual({
      'sfs3-workflow': 'ProcessA',
      'sfs3-step': 'step-a',
      'sfs3-execution': execution(),
      'sfs3-entered': '2026-11-22T09:00:00.000Z',
      'sfs3-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'sfs3-schema': 'v1',
    });
    expect(head).toMatchObject({ ContentType: 'application/json', ServerSideEncryption: 'AES256' });
    expect(headers.at(-1)).toMatchObject({ 'if-none-match': '*', 'x-amz-server-side-encryption': 'AES256' });
  });

  it.each([
    ['aws:kms', { 'x-amz-server-side-encryption': 'aws:kms' }],
    [
      'arn:aws:kms:us-east-1:000000000000:key/1',
      {
        'x-amz-server-side-encryption': 'aws:kms',
        'x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:000000000000:key/1',
      },
    ],
  ])('encrypts with %s where the environment says so', async (encryption, expected) => {
    process.env.BUCKET_ENCRYPTION = encryption;
    await createStepHandler(
      taskA,
      () => 1,
    )(eventOf(txnId, 'step-a')).finally(() => {
      delete process.env.BUCKET_ENCRYPTION;
    });
    expect(headers.at(-1)).toMatchObject(expected);
  });

  it('may write nothing', async () => {
    const { output: _none, ...definition } = taskA;
    await createStepHandler(definition, () => undefined)(eventOf(txnId, 'step-a'));
    expect(requests).toEqual(['GET <id>']);
  });

  it('hands its body a context', async () => {
    const contexts: StepContext[] = [];
    const handler = createStepHandler(taskA, ({ context }: { context: StepContext }) => {
      contexts.push(context);
      return contexts.length;
    });
    const lambda = { getRemainingTimeInMillis: () => 500 };
    await handler(eventOf(txnId, 'step-a'), lambda);
    await expect(handler({ ...eventOf(txnId, 'step-a'), execution: 'other' }, lambda)).rejects.toThrow(
      'belongs to',
    );
    const [first, other] = contexts;
    expect(first).toMatchObject({
      txnId,
      executionArn: execution(),
      workflow: 'ProcessA',
      step: 'step-a',
      attempt: 1,
    });
    expect(first?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
    expect(other?.idempotencyKey).not.toBe(first?.idempotencyKey);
    expect(first?.remainingTimeMs()).toBe(500);
    expect(first?.signal.aborted).toBe(false);
  });

  it('tells a slow body before the time of the function is over', async () => {
    const body = ({ context }: { context: StepContext }) =>
      new Promise((_resolve, reject) =>
        context.signal.addEventListener('abort', () => reject(context.signal.reason)),
      );
    const started = performance.now();
    const attempt = createStepHandler(taskA, body)(eventOf(txnId, 'step-a'), {
      getRemainingTimeInMillis: () => 400,
    });
    await expect(attempt).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(performance.now() - started).toBeGreaterThan(340);
  });
});

describe('an event', () => {
  it.each([
    ['processData', 'foo'],
    ['processData', undefined],
    ['execution', ''],
    ['entered', 5],
    ['retry', -1],
    ['redrive', '1'],
  ])('whose %s is %j is refused before anything is read', async (field, value) => {
    const handler = createStepHandler(taskA, () => expect.unreachable());
    const name = field === 'processData' ? 'InvalidTransactionIdError' : 'InvalidStepEventError';
    await expect(handler({ ...eventOf(txnId, 'step-a'), [field]: value })).rejects.toMatchObject({ name });
    expect(requests).toEqual([]);
  });

  it('that is no object is refused', async () => {
    await expect(createStepHandler(taskA, () => 1)(null)).rejects.toMatchObject({
      name: 'InvalidTransactionIdError',
    });
  });

  it('without a bucket in the environment names the variable', async () => {
    delete process.env.BUCKET_NAME;
    const attempt = createStepHandler(taskA, () => 1)(eventOf(txnId, 'step-a'));
    await expect(attempt).rejects.toMatchObject({ name: 'ConfigurationError', variable: 'BUCKET_NAME' });
    process.env.BUCKET_NAME = bucketName;
  });
});

describe('the log', () => {
  it('has the execution’s facts on each line, and never a payload', async () => {
    const from = log.lines.length;
    const secret = 'a secret value';
    await putText(services.s3, txnId, JSON.stringify({ foo: secret }));
    const failing = createStepHandler(
      taskA,
      ({ context, input }: { context: StepContext; input: { foo: string } }) => {
        context.logger.info('mine', { count: 2 });
        throw new Error(`bad ${input.foo}`);
      },
    );
    await expect(failing(eventOf(txnId, 'step-a'))).rejects.toThrow(secret);
    await createStepHandler(
      taskA,
      ({ input }: { input: unknown }) => input,
    )(eventOf(txnId, 'step-a', { retry: 1 }));
    const lines = log.lines.slice(from);
    expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
      'info mine',
      'error step failed',
      'info step done',
    ]);
    const facts = { txnId, workflow: 'ProcessA', step: 'step-a', execution: execution() };
    for (const line of lines) expect(line).toMatchObject(facts);
    expect(lines.map(({ attempt }) => attempt)).toEqual([1, 1, 2]);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });
});
