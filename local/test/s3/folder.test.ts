import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createS3Service } from '../../src/s3/index.js';
import { failure } from './contract/check.js';
import { type Endpoint, startEndpoint } from './endpoint.js';
import { rawSocket } from './wire.js';

const Bucket = 'kept';
let directory: string;
let endpoint: Endpoint;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sfs3-s3-folder-'));
  endpoint = await startEndpoint({ directory });
  await endpoint.service.ensureBucket(Bucket);
});

afterEach(async () => {
  await endpoint.close();
  await rm(directory, { recursive: true });
});

async function restart(): Promise<void> {
  await endpoint.close();
  endpoint = await startEndpoint({ directory });
}

/** The files that hold bytes; removals that are under way are waited for by closing. */
async function blobsAfterClose(): Promise<string[]> {
  await endpoint.service.close();
  const names = await readdir(join(directory, 'blobs'));
  endpoint = await startEndpoint({ directory });
  return names;
}

function put(Key: string, Body: string | Buffer, more: object = {}) {
  return endpoint.s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
}

async function text(Key: string, more: object = {}): Promise<string | undefined> {
  const { Body } = await endpoint.s3.send(new GetObjectCommand({ Bucket, Key, ...more }));
  return Body?.transformToString();
}

describe('a folder', () => {
  it('finds everything again after a restart', async () => {
    await endpoint.service.ensureBucket(Bucket, { versioning: true });
    const one = await put('../a', 'one', { Metadata: { step: 'a' }, ContentType: 'text/x', Tagging: 't=1' });
    await put('../a', 'two', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'k' });
    await put('gone', 'x');
    await endpoint.s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }));
    const listing = () => endpoint.s3.send(new ListObjectVersionsCommand({ Bucket }));
    const before = await listing();
    await restart();
    const after = await listing();
    expect([after.Versions, after.DeleteMarkers]).toEqual([before.Versions, before.DeleteMarkers]);
    expect(await text('../a')).toBe('two');
    const old = { Bucket, Key: '../a', VersionId: one.VersionId };
    expect(await endpoint.s3.send(new HeadObjectCommand({ ...old, ChecksumMode: 'ENABLED' }))).toMatchObject({
      Metadata: { step: 'a' },
      ContentType: 'text/x',
      ChecksumCRC32: one.ChecksumCRC32,
    });
    const { TagSet } = await endpoint.s3.send(new GetObjectTaggingCommand(old));
    expect(TagSet).toEqual([{ Key: 't', Value: '1' }]);
    expect((await put('../a', 'three')).VersionId).toMatch(/./);
  });

  it('goes on with an upload that a restart interrupted', async () => {
    const target = { Bucket, Key: 'multi' };
    const { UploadId } = await endpoint.s3.send(new CreateMultipartUploadCommand(target));
    const part = new UploadPartCommand({ ...target, UploadId, PartNumber: 1, Body: 'part' });
    const { ETag } = await endpoint.s3.send(part);
    await restart();
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    await endpoint.s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload }));
    await restart();
    expect(await text('multi')).toBe('part');
  });

  it('is used by one service at a time', async () => {
    await expect(createS3Service({ directory })).rejects.toThrow(/is in use by process \d+/);
  });

  it('takes over from a process that is gone', async () => {
    await put('key', 'body');
    await endpoint.close();
    // No process has an id above Linux's and macOS's maximum.
    await writeFile(join(directory, 'lock'), '99999999\n');
    endpoint = await startEndpoint({ directory });
    expect(await text('key')).toBe('body');
  });

  it('drops a commit that a crash tore, and keeps all before it', async () => {
    await put('key', 'body');
    await endpoint.close();
    await appendFile(join(directory, 'journal.jsonl'), '[{"kind":"put","bucket":"kept","vers');
    await writeFile(join(directory, 'blobs', 'left-by-a-crash'), 'x');
    endpoint = await startEndpoint({ directory });
    expect(await text('key')).toBe('body');
    expect(await readdir(join(directory, 'blobs'))).toHaveLength(1);
    expect(await readFile(join(directory, 'journal.jsonl'), 'utf8')).toMatch(/\n$/);
  });

  it('refuses a journal that it does not know', async () => {
    await endpoint.close();
    await writeFile(join(directory, 'journal.jsonl'), '{"format":"sfs3-s3","version":99}\n');
    await expect(createS3Service({ directory })).rejects.toThrow(/is not a journal of this version/);
    await rm(join(directory, 'journal.jsonl'));
    endpoint = await startEndpoint({ directory });
  });
});

describe('the files of a folder', () => {
  it('are as many as the objects: replaced, deleted and refused bodies leave none', async () => {
    await put('key', 'one');
    await put('key', 'two');
    await put('other', 'x');
    await endpoint.s3.send(new DeleteObjectCommand({ Bucket, Key: 'other' }));
    expect(await failure(put('key', 'three', { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
    expect(await failure(put('bad', 'x', { ChecksumCRC32: 'AAAAAA==' }))).toBe('400 BadDigest');
    expect(await blobsAfterClose()).toHaveLength(1);
    expect(await text('key')).toBe('two');
  });

  it('are shared by copies, until the last is gone', async () => {
    await put('key', 'one');
    await endpoint.s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: `${Bucket}/key` }));
    expect(await blobsAfterClose()).toHaveLength(1);
    await endpoint.s3.send(new DeleteObjectCommand({ Bucket, Key: 'key' }));
    expect(await text('copy')).toBe('one');
    await endpoint.s3.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }));
    expect(await blobsAfterClose()).toEqual([]);
  });

  it.each([1000, 900_000])('are none after a connection that broke after %i bytes', async (sent) => {
    const accepted = once(endpoint.server, 'request');
    const head = `PUT /${Bucket}/cut HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n`;
    const socket = await rawSocket(endpoint.url, head + 'x'.repeat(sent));
    const [incoming] = (await accepted) as [IncomingMessage];
    while (incoming.socket.bytesRead < head.length + sent) await nextTurn();
    socket.destroy();
    expect(await blobsAfterClose()).toEqual([]);
    expect(await failure(text('cut'))).toBe('404 NoSuchKey');
  });

  it('stay until the last reader has read them', async () => {
    const body = Buffer.alloc(8_000_000, 'a');
    await put('key', body);
    const { Body } = await endpoint.s3.send(new GetObjectCommand({ Bucket, Key: 'key' }));
    await put('key', 'short');
    expect((await Body?.transformToByteArray())?.length).toBe(body.length);
    expect(await blobsAfterClose()).toHaveLength(1);
  });
});
