import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partBytes } from '../src/content/parts.js';
import { newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { contentHandler, digestOf, pseudoFile, rendering, renderingAgain } from './support/content-steps.js';
import { putText } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { eventOf } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let refusing: string | undefined;
let txnId = '';
const log = captureLog();

beforeAll(async () => {
  services = await startServices((exchange) => {
    if (exchange.txnId === txnId) requests.push(exchange.name.replace(`out/ProcessA/${txnId}/`, ''));
    const refused = refusing !== undefined && exchange.name.startsWith(refusing);
    return refused ? Promise.resolve(exchange.cut()) : undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(async () => {
  txnId = newTxnId();
  refusing = undefined;
  const owner = { 'sfs3-execution': eventOf(txnId, '').execution };
  await putText(services.s3, txnId, '{"foo":"foo val"}', owner);
  await putText(services.s3, key('step-a-output'), '{"value":21}', owner);
  requests = [];
});

const key = (output: string) => `out/ProcessA/${txnId}/${output}`;
const event = (more = {}) => eventOf(txnId, 'render', more);
const rendered = (result: unknown) => contentHandler(rendering, () => result)(event());
const stored = async () => {
  const { Body, ...head } = await services.s3.send(
    new GetObjectCommand({ Bucket: bucketName, Key: key('invoice') }),
  );
  return { bytes: (await Body?.transformToByteArray()) ?? new Uint8Array(), ...head };
};
const openUploads = async () =>
  (await services.s3.send(new ListMultipartUploadsCommand({ Bucket: bucketName }))).Uploads ?? [];
const nothingIsLeft = async () => {
  await expect(stored()).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await openUploads()).toEqual([]);
};

describe('a content', () => {
  const pieces = ['%PDF', Buffer.from([0, 255]), 'ö'];
  const joined = Buffer.concat([Buffer.from('%PDF'), Buffer.from([0, 255]), Buffer.from('ö')]);
  async function* generator() {
    yield* pieces;
  }
  it.each<[string, () => unknown, Buffer]>([
    ['a string', () => '%PDFö', Buffer.from('%PDFö')],
    ['a Buffer', () => Buffer.from('%PDF'), Buffer.from('%PDF')],
    ['a window of bytes', () => new Uint8Array([1, 2, 3, 4]).subarray(1, 3), Buffer.from([2, 3])],
    ['a Readable', () => Readable.from(pieces), joined],
    ['a ReadableStream', () => new Response(joined).body, joined],
    ['an async generator', generator, joined],
    ['an array of pieces', () => pieces, joined],
    ['empty', () => '', Buffer.alloc(0)],
    ['an empty stream', () => Readable.from([]), Buffer.alloc(0)],
  ])('may be %s, and lies in S3 byte for byte', async (_name, make, bytes) => {
    expect(await rendered(make())).toEqual({});
    const { ContentType, Metadata, ...object } = await stored();
    expect(Buffer.from(object.bytes).equals(bytes)).toBe(true);
    expect(ContentType).toBe('application/pdf');
    expect(Metadata).toMatchObject({
      'sfs3-step': 'render',
      'sfs3-content': 'plain',
      'sfs3-sha256': await digestOf([bytes]),
    });
    expect(requests.filter((name) => name.startsWith('P'))).toEqual(['PUT invoice']);
    expect(await openUploads()).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a number', 7, 'a number'],
    ['nothing', undefined, 'undefined'],
    ['an object', { pages: 2 }, 'an object'],
    ['a stream of objects', Readable.from([{ page: 1 }]), 'a stream of an object'],
    ['a list of numbers', [1, 2], 'a stream of a number'],
  ])('is not %s: nothing is stored', async (_name, result, found) => {
    await expect(rendered(result)).rejects.toMatchObject({
      name: 'NotContentError',
      message: `render: the result is ${found}; a content is a string, a Uint8Array, or a stream of these.`,
    });
    await nothingIsLeft();
  });

  it('of one part is written by one request, of more in parts and under the same condition', async () => {
    await rendered(pseudoFile(partBytes, 1_000_003));
    expect(requests.filter((name) => name.startsWith('P'))).toEqual(['PUT invoice']);
    requests = [];
    txnId = newTxnId();
    await putText(services.s3, txnId, '{}');
    await putText(services.s3, key('step-a-output'), '{"value":21}');
    const size = 3 * partBytes + 5;
    await rendered(pseudoFile(size, 1_000_003));
    expect(requests.filter((name) => name.startsWith('P')).toSorted()).toEqual([
      'POST invoice',
      'POST invoice',
      ...Array.from({ length: 4 }, () => 'PUT invoice'),
    ]);
    const { bytes, ContentType, Metadata, ETag } = await stored();
    expect(await digestOf([bytes])).toBe(await digestOf(pseudoFile(size, 1_000_003)));
    expect([ContentType, Metadata?.['sfs3-sha256'], ETag?.slice(-3)]).toEqual([
      'application/pdf',
      undefined,
      '-4"',
    ]);
    expect(await openUploads()).toEqual([]);
  });

  it('that is there already is adopted by a head, however long it is', async () => {
    await rendered(pseudoFile(partBytes + 1));
    requests = [];
    const idle = contentHandler(rendering, () => expect.unreachable());
    expect(await idle(event({ retry: 1 }))).toEqual({});
    expect(requests).toEqual(['HEAD invoice']);
  });

  it.each([0, partBytes, 2 * partBytes])(
    'of an other attempt that came first stays (%i bytes more)',
    async (more) => {
      const late = contentHandler(rendering, async () => {
        await rendered('first');
        return pseudoFile(more + 1);
      });
      expect(await late(event())).toEqual({});
      expect(Buffer.from((await stored()).bytes).toString()).toBe('first');
      expect(await openUploads()).toEqual([]);
    },
  );

  it('of another execution is refused', async () => {
    await putText(services.s3, key('invoice'), '%PDF', { 'sfs3-execution': 'arn:another' });
    await expect(rendered('mine')).rejects.toMatchObject({ name: 'DocumentOwnedError' });
    await expect(rendered(pseudoFile(partBytes + 1))).rejects.toMatchObject({ name: 'DocumentOwnedError' });
    expect(await openUploads()).toEqual([]);
  });
});

describe('a content that breaks off', () => {
  it.each([0, 1, 4])('after %i parts leaves nothing, and the body’s error counts', async (parts) => {
    async function* broken() {
      yield* pseudoFile(parts * partBytes + 1);
      throw new RangeError('page 7');
    }
    await expect(rendered(Readable.from(broken()))).rejects.toMatchObject({
      name: 'RangeError',
      message: 'page 7',
    });
    await nothingIsLeft();
  });

  it.each(['PUT', 'POST'])(
    'since S3 answers no %s leaves nothing, and its source is closed',
    async (method) => {
      refusing = `${method} out/ProcessA/${txnId}/invoice`;
      const source = Readable.from(pseudoFile(5 * partBytes));
      await expect(rendered(source)).rejects.toMatchObject({ name: 'StoreUnavailableError' });
      expect(source.destroyed).toBe(true);
      await nothingIsLeft();
    },
  );

  it('is stopped by the end of the function’s time, also where its source hangs', async () => {
    async function* hanging() {
      yield* pseudoFile(2 * partBytes);
      await new Promise(() => undefined);
    }
    const source = Readable.from(hanging());
    const handler = contentHandler(rendering, () => source);
    await expect(handler(event(), { getRemainingTimeInMillis: () => 1_500 })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
    });
    expect(source.destroyed).toBe(true);
    await nothingIsLeft();
  });
});

describe('a content on a loop', () => {
  const visit = (n: number, more = {}) => event({ entered: `2026-11-22T09:00:0${n}.000Z`, ...more });
  const eTag = async () =>
    (await services.s3.send(new HeadObjectCommand({ Bucket: bucketName, Key: key('invoice') }))).ETag;

  it.each([0, 5, partBytes - 1, partBytes, partBytes + 1])(
    'of the same %i bytes on each visit has another ETag than before',
    async (size) => {
      const eTags: unknown[] = [];
      for (const n of [1, 2, 3, 4]) {
        const answer = await contentHandler(renderingAgain, () => pseudoFile(size))(visit(n));
        expect(answer).toEqual({ signals: { invoice: { '$exists(invoice)': true } } });
        eTags.push(await eTag());
      }
      expect(eTags[0]).not.toBe(eTags[1]);
      expect(eTags.slice(0, 2)).toEqual(eTags.slice(2));
      expect(await digestOf([(await stored()).bytes])).toBe(await digestOf(pseudoFile(size)));
      expect(await services.versions(key('invoice'))).toEqual({ [key('invoice')]: 4 });
    },
  );

  it.each([5, partBytes + 1])('is stored once a visit by twins (%i bytes)', async (size) => {
    await contentHandler(renderingAgain, () => pseudoFile(size))(visit(1));
    const slow = contentHandler(renderingAgain, async () => {
      await contentHandler(renderingAgain, () => pseudoFile(size))(visit(2, { retry: 1 }));
      return pseudoFile(size);
    });
    await slow(visit(2));
    expect(await services.versions(key('invoice'))).toEqual({ [key('invoice')]: 2 });
  });

  it('gives way to a later visit', async () => {
    const late = contentHandler(renderingAgain, async () => {
      await contentHandler(renderingAgain, () => 'later')(visit(2));
      return pseudoFile(partBytes + 1);
    });
    await expect(late(visit(1))).rejects.toMatchObject({ name: 'VisitSupersededError' });
    expect(Buffer.from((await stored()).bytes).toString()).toBe('later');
    expect(await openUploads()).toEqual([]);
  });
});
