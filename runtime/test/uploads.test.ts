import {
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ContentHandle, createUploadHandler, newTxnId } from '../src/index.js';
import { captureLog } from './support/captured-log.js';
import { contentHandler } from './support/content-steps.js';
import { putText, readObject } from './support/objects.js';
import { bucketName, startServices, type TestServices } from './support/services.js';
import { eventOf, schemaOf, taskA } from './support/steps.js';

let services: TestServices;
let requests: string[] = [];
let txnId = '';
const log = captureLog();
const key = 'inbox/scans/page 1 ö.png';

beforeAll(async () => {
  services = await startServices((exchange) => {
    if (exchange.txnId === txnId || exchange.name.includes('inbox/'))
      requests.push(exchange.name.replace(txnId, '<id>'));
    return undefined;
  });
});
afterAll(async () => {
  await services.close();
  log.release();
});
beforeEach(() => {
  txnId = newTxnId();
  requests = [];
});

const upload = (text: string, Key = key): Promise<PutObjectCommandOutput> =>
  services.s3.send(new PutObjectCommand({ Bucket: bucketName, Key, Body: text, ContentType: 'image/png' }));

/** The event of S3 as EventBridge hands it on. */
const eventFor = (object: Record<string, unknown>, bucket: unknown = bucketName) => ({
  version: '0',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  detail: { version: '0', bucket: { name: bucket }, object, reason: 'PutObject' },
});
const created = { key, size: 4, etag: 'd41d', 'version-id': 'v1', sequencer: '0064D3901D00059242' };

describe('an s3 trigger', () => {
  const handler = () => createUploadHandler({ workflow: 'child', outputKeys: ['child-output'] });

  it('starts an execution whose input names the object', async () => {
    const { txnId: started = '' } = await handler()(eventFor(created));
    const { text } = await readObject(services.s3, started);
    expect(JSON.parse(text)).toEqual({
      upload: { bucket: bucketName, key, size: 4, eTag: 'd41d', versionId: 'v1' },
    });
    expect(await services.executions()).toContain(started);
  });

  it('starts one for each upload, however often and however at once its event comes', async () => {
    const object = { ...created, sequencer: '01' };
    const before = (await services.executions()).length;
    const starts = await Promise.all(Array.from({ length: 5 }, () => handler()(eventFor(object))));
    starts.push(await handler()(eventFor(object)));
    expect(new Set(starts.map((start) => start.txnId)).size).toBe(1);
    const others = [
      { ...object, sequencer: '02' },
      { ...object, key: 'inbox/other' },
      { ...object, 'version-id': 'v2' },
    ];
    for (const other of others) await handler()(eventFor(other));
    expect(await services.executions()).toHaveLength(before + 1 + others.length);
  });

  it('takes what S3 leaves out of the event of a bucket that keeps no versions', async () => {
    const { 'version-id': _none, ...object } = created;
    for (const more of [{}, { 'version-id': 'null' }]) {
      const { txnId: started = '' } = await handler()(eventFor({ ...object, ...more }));
      const { text } = await readObject(services.s3, started);
      expect(JSON.parse(text).upload).toEqual({ bucket: bucketName, key, size: 4, eTag: 'd41d' });
    }
  });

  it('ignores what consoles create as a folder', async () => {
    const before = await services.executions();
    expect(await handler()(eventFor({ ...created, key: 'inbox/scans/', size: 0 }))).toEqual({});
    expect(await services.executions()).toEqual(before);
  });

  it.each<[string, unknown]>([
    ['detail.bucket.name', eventFor(created, 7)],
    ['detail.bucket.name', null],
    ['detail.object.key', eventFor({ ...created, key: 7 })],
    ['detail.object.size', eventFor({ ...created, size: -1 })],
    ['detail.object.etag', eventFor({ ...created, etag: undefined })],
  ])('refuses an event without %s', async (field, event) => {
    await expect(handler()(event)).rejects.toMatchObject({ name: 'InvalidUploadEventError', field });
  });

  it('refuses what the input’s schema does not take', async () => {
    const strict = createUploadHandler({
      workflow: 'child',
      outputKeys: [],
      input: schemaOf('1', 'const', () => false),
    });
    await expect(strict(eventFor(created))).rejects.toMatchObject({ name: 'InputValidationError' });
  });
});

describe('a step that reads the upload', () => {
  const reads = [{ key: 'upload', optional: false, content: 'upload' as const }];
  const start = async (input: object) => putText(services.s3, txnId, JSON.stringify(input));
  const read = (body: (reads: { readonly upload: ContentHandle }) => unknown, optional = false) =>
    contentHandler(
      { ...taskA, reads: [{ ...reads[0], optional } as (typeof reads)[0]] },
      body,
    )(eventOf(txnId, 'step-a'));
  const text = async () => {
    let seen: unknown;
    await read(async (event) => {
      seen = [event.upload.type, event.upload.size, await event.upload.text()];
      return {};
    });
    return seen;
  };

  it('is given the version that was uploaded, though there is a later one', async () => {
    const { VersionId: versionId, ETag: eTag } = await upload('first');
    await upload('second');
    await start({ upload: { bucket: bucketName, key, size: 5, eTag: eTag?.replaceAll('"', ''), versionId } });
    expect(await text()).toEqual(['image/png', 5, 'first']);
    expect(requests.slice(0, 2)).toEqual(['GET <id>', expect.stringMatching(/^HEAD inbox\//)]);
  });

  it('asks for the input once, also where it reads that as well', async () => {
    const { VersionId: versionId, ETag: eTag } = await upload('first');
    await start({ upload: { bucket: bucketName, key, size: 5, eTag, versionId } });
    const both = [{ key: 'input', optional: false }, ...reads];
    await contentHandler({ ...taskA, reads: both }, () => ({}))(eventOf(txnId, 'step-a'));
    expect(requests.filter((name) => name.startsWith('GET'))).toEqual(['GET <id>']);
  });

  it('fails where the upload is gone, and where it was replaced and no versions are kept', async () => {
    await start({ upload: { bucket: bucketName, key: 'inbox/none', size: 5, eTag: 'e' } });
    await expect(text()).rejects.toMatchObject({ name: 'S3DataPreconditionError', key: 'inbox/none' });
    const versioning = (Status: 'Enabled' | 'Suspended') =>
      services.s3.send(
        new PutBucketVersioningCommand({ Bucket: bucketName, VersioningConfiguration: { Status } }),
      );
    await versioning('Suspended');
    const { ETag: eTag } = await upload('first');
    await upload('second');
    await versioning('Enabled');
    await putText(services.s3, txnId, JSON.stringify({ upload: { bucket: bucketName, key, size: 5, eTag } }));
    await expect(text()).rejects.toMatchObject({ name: 'UploadReplacedError', key });
  });

  it('is given undefined where the read is optional and the input names none', async () => {
    await start({ foo: 1 });
    await read((event) => {
      expect(event).toHaveProperty('upload', undefined);
      return {};
    }, true);
    await expect(text()).rejects.toMatchObject({ name: 'S3DataPreconditionError' });
  });

  it.each<[string, unknown]>([
    ['/bucket', { bucket: 'another', key, eTag: 'e' }],
    ['/key', { bucket: bucketName, key: 'out/ProcessA/0x01/secret', eTag: 'e' }],
    ['/key', { bucket: bucketName, eTag: 'e' }],
    ['/eTag', { bucket: bucketName, key, eTag: 7 }],
    ['/versionId', { bucket: bucketName, key, eTag: 'e', versionId: {} }],
    ['/bucket', 'inbox/x'],
  ])('is led nowhere else by an input with another %s', async (path, named) => {
    await start({ upload: named });
    await expect(text()).rejects.toMatchObject({ name: 'InputValidationError', problems: [{ path }] });
    expect(requests.filter((name) => name.startsWith('HEAD'))).toEqual([]);
  });
});
