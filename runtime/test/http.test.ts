import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkflowDefinition } from '../src/contract/index.js';
import {
  createDocumentHandler,
  createStartHandler,
  createStatusHandler,
  type HttpRequest,
  type HttpResponse,
} from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { type Exchange, errorAnswer } from './support/front.js';
import { putText, readObject } from './support/objects.js';
import { startServices, type TestServices } from './support/services.js';
import { schemaOf } from './support/steps.js';

const log = captureLog();
const definition: WorkflowDefinition = {
  workflow: 'child',
  outputKeys: ['child-output'],
  input: schemaOf('v1', 'required', (value) => Object.hasOwn(Object(value), 'foo')),
};
const input = '{"foo":"foo val"}';
let services: TestServices;
let meddle: (exchange: Exchange) => Promise<void> | undefined = () => undefined;

beforeAll(async () => {
  services = await startServices((exchange) => meddle(exchange));
});
afterAll(async () => {
  await services.close();
  log.release();
});

const start = (request: HttpRequest) => createStartHandler(definition)(request);
const document = (txnId: string) => createDocumentHandler(definition)({ pathParameters: { txnId } });
const status = (txnId: string) => createStatusHandler(definition)({ pathParameters: { txnId } });
const body = (response: HttpResponse) => JSON.parse(response.body);

describe('POST', () => {
  it('starts an execution and answers as the 2018 sample did, and more', async () => {
    const response = await start({ body: input });
    expect(response).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json; charset=utf-8' },
    });
    const { transactionId, executionId, txnId, executionArn, created } = body(response);
    expect({ transactionId, executionId, created }).toEqual({
      transactionId: txnId,
      executionId: executionArn,
      created: true,
    });
    expect(executionArn).toMatch(new RegExp(`:execution:child-dev:${txnId}$`));
    const { text, metadata } = await readObject(services.s3, txnId);
    expect(text).toBe(input);
    expect(metadata['sfs3-schema']).toBe('v1');
  });

  it('takes a body in base64, and none as an empty object', async () => {
    const encoded = await start({ body: Buffer.from(input).toString('base64'), isBase64Encoded: true });
    expect(encoded.statusCode).toBe(200);
    const open: WorkflowDefinition = { workflow: 'child', outputKeys: [] };
    const { txnId } = body(await createStartHandler(open)({}));
    expect((await readObject(services.s3, txnId)).text).toBe('{}');
  });

  it('with an Idempotency-Key is one execution; with another input a conflict', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const first = body(await start({ body: input, headers }));
    expect(body(await start({ body: input, headers }))).toEqual({ ...first, created: false });
    const conflict = await start({ body: '{"foo":"other"}', headers });
    expect(conflict.statusCode).toBe(409);
    expect(body(conflict)).toMatchObject({ error: 'IdConflictError' });
    expect((await start({ body: input, headers: { 'idempotency-key': '' } })).statusCode).toBe(400);
  });

  it('lists what breaks the schema, by path and rule, and quotes nothing', async () => {
    const response = await start({ body: '{"secret":"s3cret"}' });
    expect(response.statusCode).toBe(400);
    expect(body(response)).toEqual({
      error: 'InputValidationError',
      message: 'child: input breaks its schema at /status: must meet required (required).',
      problems: [{ path: '/status', rule: 'required', message: 'must meet required' }],
    });
  });

  it.each([
    ['{', 'InvalidBody'],
    ['[1]', 'InvalidBody'],
    ['"text"', 'InvalidBody'],
    ['{"foo":1,"child-output":2}', 'InputKeyConflictError'],
  ])('answers 400 to %s', async (text, error) => {
    const response = await start({ body: text });
    expect(response.statusCode).toBe(400);
    expect(body(response)).toMatchObject({ error, message: expect.any(String) });
  });

  it('answers 503 while S3 does not answer, and 500 without a word of what failed to anything else', async () => {
    meddle = (exchange) => Promise.resolve(exchange.reply(errorAnswer(exchange, 500, 'InternalError')));
    expect(await start({ body: input })).toMatchObject({
      statusCode: 503,
      body: expect.not.stringContaining('s3://'),
    });
    meddle = (exchange) => Promise.resolve(exchange.reply(errorAnswer(exchange, 403, 'AccessDenied')));
    const refused = await start({ body: input });
    meddle = () => undefined;
    expect(refused.statusCode).toBe(500);
    expect(body(refused)).toEqual({
      error: 'InternalError',
      message: 'The request failed; its log line says why.',
    });
    expect(log.lines.at(-1)).toMatchObject({
      level: 'error',
      status: 500,
      error: { name: 'StoreRefusedError' },
    });
  });
});

describe('GET status', () => {
  it('says how the execution does', async () => {
    const { txnId, executionArn } = body(await start({ body: input }));
    await expect.poll(async () => body(await status(txnId)).status).toBe('SUCCEEDED');
    const answer = body(await status(txnId));
    expect(answer).toMatchObject({ txnId, executionArn });
    expect(Date.parse(answer.stopped)).toBeGreaterThanOrEqual(Date.parse(answer.started));
  });

  it.each([
    ['0x0000000000000000', 404, 'ExecutionDoesNotExist'],
    ['foo', 400, 'InvalidTransactionIdError'],
  ])('of %s is %i', async (txnId, statusCode, error) => {
    const response = await status(txnId);
    expect(response.statusCode).toBe(statusCode);
    expect(body(response)).toMatchObject({ error });
  });
});

describe('GET document', () => {
  it('answers the document, from its parts while it is not published', async () => {
    const { txnId } = body(await start({ body: input }));
    await putText(services.s3, `out/child/${txnId}/child-output`, '{"n":1.50}');
    expect(await document(txnId)).toMatchObject({
      statusCode: 200,
      body: '{"foo":"foo val","child-output":{"n":1.50}}',
    });
  });

  it('of an unknown transaction is 404, of another shape 400', async () => {
    expect((await document('0x0000000000000000')).statusCode).toBe(404);
    expect((await document('0X00')).statusCode).toBe(400);
  });

  it('that no Lambda function can answer is 413, and says how to read it', async () => {
    const { txnId } = body(await start({ body: input }));
    await putText(services.s3, txnId, JSON.stringify({ long: '"'.repeat(2_200_000) }));
    const response = await document(txnId);
    expect(response.statusCode).toBe(413);
    expect(body(response).message).toContain(`aws s3 cp s3://runtime-test-dev/${txnId} -`);
  });
});
