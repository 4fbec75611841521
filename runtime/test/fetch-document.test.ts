import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FetchDocumentInput, fetchDocument, newTxnId } from '../src/index.js';
import { sharedS3Client } from '../src/store/s3-client.js';
import { errorAnswer } from './support/front.js';
import { putText } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';

let services: TestServices;
let requests: string[] = [];
let txnId = '';
let pageSize: string | undefined;
let forbidden: string | undefined;

beforeAll(async () => {
  services = await startServices((exchange) => {
    requests.push(exchange.name);
    if (exchange.name === `GET ${forbidden}`) {
      return Promise.resolve(exchange.reply(errorAnswer(exchange, 403, 'AccessDenied')));
    }
    if (pageSize === undefined || exchange.name !== 'GET ') return undefined;
    return exchange.forward({ 'max-keys': pageSize }).then(exchange.reply);
  });
});
afterAll(() => services.close());
beforeEach(() => {
  txnId = newTxnId();
  requests = [];
});

const fetch = (more: Partial<FetchDocumentInput> = {}) =>
  fetchDocument({ s3: sharedS3Client(), bucket: bucketName, workflow: 'ProcessA', txnId, ...more });
const put = (key: string, text: string, metadata = {}) => putText(services.s3, key, text, metadata);
const outputKey = (key: string) => `out/ProcessA/${txnId}/${key}`;
const published = { 'sfs3-published': 'true', 'sfs3-execution': 'arn:execution' };

describe('a document', () => {
  it('of an execution that runs, or that failed, is composed from the outputs there are', async () => {
    await put(txnId, ' {"big":12345678901234567890} \n');
    await put(outputKey('b'), '{"n":1.0}');
    await put(outputKey('a'), '1');
    await put(`out/ProcessA/${txnId}0/c`, '"of another execution"');
    const byListing = await fetch();
    expect(byListing.text).toBe(' {"big":12345678901234567890,"a":1,"b":{"n":1.0}}');
    expect(byListing).toMatchObject({ published: false, document: { a: 1, b: { n: 1 } } });
    expect(byListing).not.toHaveProperty('executionArn');
    requests = [];
    const byKeys = await fetch({ outputKeys: ['b', 'missing', 'a'] });
    expect(byKeys.text).toBe(' {"big":12345678901234567890,"b":{"n":1.0},"a":1}');
    expect(requests.every((name) => name.startsWith(`GET ${txnId}`) || name.startsWith('GET out/'))).toBe(
      true,
    );
  });

  it('is listed page by page', async () => {
    await put(txnId, '{}');
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => put(outputKey(key), `"${key}"`)));
    pageSize = '2';
    expect(await fetch()).toMatchObject({ document: { a: 'a', b: 'b', c: 'c', d: 'd', e: 'e' } });
    pageSize = undefined;
    expect(requests.filter((name) => name === 'GET ')).toHaveLength(3);
  });

  it('that is published is read as it is, in one request', async () => {
    await put(txnId, '{"a":1.50,"b":[]}', published);
    await put(outputKey('c'), '"left out by the publisher"');
    expect(await fetch()).toEqual({
      document: { a: 1.5, b: [] },
      text: '{"a":1.50,"b":[]}',
      published: true,
      executionArn: 'arn:execution',
    });
    expect(requests).toEqual([`GET ${txnId}`]);
  });

  it('whose reference leads to other bytes, or to none, is refused', async () => {
    const reference = { $ref: `s3://${bucketName}/${outputKey('a')}`, size: 3, sha256: 'f'.repeat(64) };
    await put(txnId, JSON.stringify({ a: reference }), published);
    await expect(fetch()).rejects.toMatchObject({ name: 'ReferenceMismatchError', key: outputKey('a') });
    await put(outputKey('a'), '"other"');
    await expect(fetch()).rejects.toMatchObject({ name: 'ReferenceMismatchError', key: outputKey('a') });
  });

  it('has a sensitive output where the client may read it, and a reference where not', async () => {
    const reference = JSON.stringify({ $ref: `s3://${bucketName}/${outputKey('a')}` });
    await put(txnId, `{"a":${reference},"n":1.50}`, published);
    // Not there, or no right to know: S3 answers 404 or 403.
    expect((await fetch()).text).toBe(`{"a":${reference},"n":1.50}`);
    await put(outputKey('a'), '[2.0]');
    forbidden = outputKey('a');
    expect((await fetch()).text).toBe(`{"a":${reference},"n":1.50}`);
    forbidden = undefined;
    expect((await fetch()).text).toBe('{"a":[2.0],"n":1.50}');
    const withheld = { sensitive: ['a', 'b'], withholdSensitive: true };
    expect((await fetch(withheld)).text).toBe(`{"a":${reference},"n":1.50}`);
  });

  it('gets a sensitive output that only some ways write, where it is known', async () => {
    await put(txnId, '{"n":1}', published);
    await put(outputKey('a'), '2');
    expect((await fetch()).text).toBe('{"n":1}');
    expect((await fetch({ sensitive: ['a', 'b'] })).text).toBe('{"n":1,"a":2}');
    const withheld = { sensitive: ['a'], withholdSensitive: true };
    expect((await fetch(withheld)).text).toBe('{"n":1}');
  });

  it('that runs lacks what is withheld', async () => {
    await put(txnId, '{}');
    await put(outputKey('a'), '1');
    await put(outputKey('b'), '2');
    const withheld = { outputKeys: ['a', 'b'], sensitive: ['a'], withholdSensitive: true };
    expect((await fetch(withheld)).text).toBe('{"b":2}');
    expect((await fetch({ outputKeys: ['a', 'b'], sensitive: ['a'] })).text).toBe('{"a":1,"b":2}');
  });

  it('follows no reference but that of an output to itself', async () => {
    await put('0x00000000deadbeef', '"private"');
    const foreign = ['0x00000000deadbeef', outputKey('b'), `out/ProcessA/0x00000000deadbeef/a`];
    for (const key of foreign) {
      const text = JSON.stringify({
        a: { $ref: `s3://${bucketName}/${key}`, size: 9, sha256: 'f'.repeat(64) },
      });
      await put(txnId, text, published);
      expect((await fetch()).text).toBe(text);
    }
  });

  it('that is not there, or is no document, is an error', async () => {
    await expect(fetch()).rejects.toMatchObject({ name: 'DocumentNotFoundError', key: txnId });
    await put(txnId, '[]');
    await expect(fetch()).rejects.toMatchObject({ name: 'DocumentFormatError' });
    await expect(fetch({ txnId: '../x' })).rejects.toMatchObject({ name: 'InvalidTransactionIdError' });
  });
});
