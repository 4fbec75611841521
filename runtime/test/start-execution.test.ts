import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newTxnId, type StartExecutionInput, startExecution, txnIdOf } from '../src/index.js';
import { sharedStatesClient } from '../src/start/states-client.js';
import { sharedS3Client } from '../src/store/s3-client.js';
import { type Exchange, errorAnswer } from './support/front.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { schemaOf } from './support/steps.js';

let services: TestServices;
let meddle: (exchange: Exchange, index: number) => Promise<void> | undefined = () => undefined;
let requests: string[] = [];

beforeAll(async () => {
  services = await startServices((exchange) => meddle(exchange, requests.push(exchange.name) - 1));
});
afterAll(() => services.close());
beforeEach(() => {
  meddle = () => undefined;
  requests = [];
});

function start(more: Partial<StartExecutionInput> = {}) {
  return startExecution({
    s3: sharedS3Client(),
    sfn: sharedStatesClient(),
    bucket: bucketName,
    stateMachineArn: services.childMachine,
    workflow: 'child',
    input: { foo: 'foo val' },
    ...more,
  });
}

const started = async (name: string) =>
  (await services.executions()).filter((found) => found === name).length;

describe('a start', () => {
  it('puts the input under a new id and starts the execution of that name', async () => {
    const { txnId, executionArn, created, eTag, serverSideEncryption } = await start();
    expect(txnId).toMatch(/^0x[0-9a-f]{16}$/);
    expect(created).toBe(true);
    expect(serverSideEncryption).toBe('AES256');
    const { text, metadata, head } = await readObject(services.s3, txnId);
    expect(text).toBe('{"foo":"foo val"}');
    expect(head.ETag).toBe(eTag);
    expect(metadata).toEqual({
      'sfs3-workflow': 'child',
      'sfs3-execution': executionArn,
      'sfs3-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'sfs3-input-sha256': metadata['sfs3-sha256'],
    });
    const execution = await services.sfn.send(new DescribeExecutionCommand({ executionArn }));
    expect(execution).toMatchObject({ name: txnId, input: JSON.stringify({ processData: txnId }) });
    expect(requests).toEqual([`PUT ${txnId}`, 'POST StartExecution']);
  });

  it('through an alias has the same execution ARN', async () => {
    const { executionArn } = await start({
      stateMachineArn: services.childMachine,
      txnId: '0x00000000a11a5000',
    });
    const again = await start({
      stateMachineArn: `${services.childMachine}:live`,
      txnId: '0x00000000a11a5000',
    });
    expect(again).toMatchObject({ executionArn, created: false });
  });

  it('checks the input first, and notes the schema that it met', async () => {
    const attempt = start({ schema: schemaOf('v1', 'required', () => false) });
    await expect(attempt).rejects.toMatchObject({
      name: 'InputValidationError',
      reader: 'child',
      key: 'input',
    });
    await expect(start({ outputKeys: ['foo'] })).rejects.toMatchObject({
      name: 'InputKeyConflictError',
      key: 'foo',
    });
    await expect(start({ input: [1] })).rejects.toMatchObject({ name: 'NotJsonError' });
    await expect(start({ input: { at: Number.NaN } })).rejects.toMatchObject({
      name: 'NotJsonError',
      path: '/at',
    });
    await expect(start({ txnId: 'foo' })).rejects.toMatchObject({ name: 'InvalidTransactionIdError' });
    await expect(start({ stateMachineArn: 'foo' })).rejects.toMatchObject({
      name: 'InvalidStateMachineArnError',
    });
    expect(requests).toEqual([]);
    const { txnId } = await start({ schema: schemaOf('v1', 'required', () => true) });
    expect((await readObject(services.s3, txnId)).metadata['sfs3-schema']).toBe('v1');
  });

  it('that was answered with a lost connection leaves one document and one execution', async () => {
    const lose = async (exchange: Exchange) => {
      await exchange.forward();
      exchange.cut();
    };
    meddle = (exchange, index) =>
      index === 0 || requests.filter((name) => name.startsWith('POST')).length === 1
        ? lose(exchange)
        : undefined;
    const { txnId, created } = await start();
    expect(created).toBe(true);
    expect(new Set(requests.filter((name) => name.startsWith('PUT')))).toEqual(new Set([`PUT ${txnId}`]));
    expect(await services.versions(txnId)).toEqual({ [txnId]: 1 });
    expect(await started(txnId)).toBe(1);
  });

  it('whose new id is taken takes another one', async () => {
    meddle = (exchange, index) => {
      if (index > 0) return undefined;
      const key = exchange.name.slice('PUT '.length);
      return putText(services.s3, key, '{"foo":"foo val"}')
        .then(() => exchange.forward())
        .then(exchange.reply);
    };
    const { txnId } = await start();
    expect(requests.filter((name) => name.startsWith('PUT'))).toHaveLength(2);
    expect(requests[0]).not.toBe(`PUT ${txnId}`);
    expect(await started(requests[0]?.slice('PUT '.length) ?? '')).toBe(0);
  });
});

describe('a start by a business id', () => {
  it('is one execution, however often and however many at once', async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => start({ id: 'order-1' })));
    const txnId = txnIdOf(services.childMachine, 'order-1');
    expect(new Set(starts.map((one) => one.txnId))).toEqual(new Set([txnId]));
    expect(starts.filter((one) => one.created)).toHaveLength(1);
    expect(await services.versions(txnId)).toEqual({ [txnId]: 1 });
    expect(await started(txnId)).toBe(1);
  });

  it('with another input is an error', async () => {
    const { txnId } = await start({ id: 'order-2' });
    await expect(start({ id: 'order-2', input: { foo: 'other' } })).rejects.toMatchObject({
      name: 'IdConflictError',
      txnId,
    });
    expect((await readObject(services.s3, txnId)).text).toBe('{"foo":"foo val"}');
  });

  it('finds its execution also after the document was published', async () => {
    const { txnId } = await start({ id: 'order-3' });
    const { metadata } = await readObject(services.s3, txnId);
    await putText(services.s3, txnId, '{"foo":"foo val","child-output":1}', {
      ...metadata,
      'sfs3-published': 'true',
    });
    expect(await start({ id: 'order-3' })).toMatchObject({ txnId, created: false });
  });

  it('that was cut off between document and execution is mended by calling again', async () => {
    meddle = (exchange) =>
      exchange.method === 'POST'
        ? Promise.resolve(exchange.reply(errorAnswer(exchange, 500, 'InternalFailure')))
        : undefined;
    await expect(start({ id: 'order-4' })).rejects.toMatchObject({ name: 'StartUnavailableError' });
    const txnId = txnIdOf(services.childMachine, 'order-4');
    expect(await started(txnId)).toBe(0);
    meddle = () => undefined;
    expect(await start({ id: 'order-4' })).toMatchObject({ txnId, created: false });
    expect(await started(txnId)).toBe(1);
  });

  it('refuses a document that another execution owns', async () => {
    const txnId = newTxnId();
    await putText(services.s3, txnId, '{"foo":"foo val"}', { 'sfs3-execution': 'arn:other' });
    await expect(start({ txnId })).rejects.toMatchObject({ name: 'DocumentOwnedError', owner: 'arn:other' });
  });

  it('adopts a document that an older starter put there with the same content', async () => {
    const txnId = newTxnId();
    await putText(services.s3, txnId, '{"foo":"foo val"}');
    expect(await start({ txnId })).toMatchObject({ txnId, created: false });
    expect(await started(txnId)).toBe(1);
  });
});
