import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Fixture, startFixture } from '../lambda-fixture.js';

const Bucket = 'test-bucket';
const echo = 'export const handler = async (event) => { console.log(JSON.stringify(event)); };';

let fixture: Fixture;
let s3: S3Client;

beforeAll(async () => {
  fixture = await startFixture();
  const fails = `let calls = 0; export const handler = async () => {
    console.log('call ' + (calls += 1));
    throw Object.assign(new Error('no'), { name: 'Never' });
  };`;
  await fixture.apply(
    { scans: echo, all: echo, fails },
    {
      uploads: [
        { prefix: 'inbox/scans/', suffix: '.pdf', functionName: 'scans' },
        { prefix: 'inbox/all', suffix: 'all', functionName: 'all' },
        { prefix: 'inbox/fails', suffix: '', functionName: 'fails' },
      ],
    },
  );
  s3 = new S3Client({
    endpoint: fixture.services.endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});
afterAll(async () => {
  s3.destroy();
  await fixture.close();
});

interface Event {
  readonly source: string;
  readonly time: string;
  readonly resources: readonly string[];
  readonly 'detail-type': string;
  readonly detail: {
    readonly reason: string;
    readonly bucket: { readonly name: string };
    readonly object: Readonly<Record<string, unknown>>;
  };
}

/** The events that a function was invoked with, once it was so often. */
async function eventsOf(name: string, count: number): Promise<readonly Event[]> {
  const lines = () => fixture.lines.filter(({ source, stream }) => source === name && stream === 'stdout');
  await vi.waitUntil(() => lines().length >= count, { timeout: 10_000 });
  return lines().map(({ text }) => JSON.parse(text.slice(text.indexOf('{'))));
}

const put = (Key: string, Body = 'text') => s3.send(new PutObjectCommand({ Bucket, Key, Body }));

test('an object that is put, copied or completed invokes the function of its key, with the event of S3', async () => {
  const { VersionId, ETag } = await put('inbox/scans/ä b.pdf');
  const [event] = await eventsOf('scans', 1);
  expect(event).toMatchObject({
    source: 'aws.s3',
    'detail-type': 'Object Created',
    region: 'us-east-1',
    account: '000000000000',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    resources: [`arn:aws:s3:::${Bucket}`],
    detail: {
      reason: 'PutObject',
      bucket: { name: Bucket },
      object: {
        key: 'inbox/scans/ä b.pdf',
        size: 4,
        etag: ETag?.replaceAll('"', ''),
        'version-id': VersionId,
      },
    },
  });
  await s3.send(
    new CopyObjectCommand({
      Bucket,
      Key: 'inbox/scans/copy.pdf',
      CopySource: `${Bucket}/${encodeURIComponent('inbox/scans/ä b.pdf')}`,
    }),
  );
  await eventsOf('scans', 2);
  const Key = 'inbox/scans/parts.pdf';
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const part = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, Body: 'part' }));
  const Parts = [{ PartNumber: 1, ETag: part.ETag, ChecksumCRC32: part.ChecksumCRC32 }];
  const completed = { Bucket, Key, UploadId, MultipartUpload: { Parts } };
  await s3.send(new CompleteMultipartUploadCommand(completed));
  const events = await eventsOf('scans', 3);
  expect(events.map(({ detail }) => detail.reason)).toEqual([
    'PutObject',
    'CopyObject',
    'CompleteMultipartUpload',
  ]);
  expect(new Set(events.map(({ detail }) => detail.object.sequencer)).size).toBe(3);
});

test('no other object does, nor what is refused or deleted', async () => {
  await put('inbox/scans/x.png');
  await put('inbox/scan.pdf');
  await put('other/inbox/scans/x.pdf');
  // What begins and what ends the key may not be one.
  await put('inbox/all');
  const Key = 'inbox/allall';
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  const refused = new PutObjectCommand({ Bucket, Key: 'inbox/scans/ä b.pdf', Body: 'x', IfNoneMatch: '*' });
  await expect(s3.send(refused)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await put(Key);
  expect(await eventsOf('all', 1)).toHaveLength(1);
  expect(await eventsOf('scans', 3)).toHaveLength(3);
});

test('a bucket that keeps no versions names none', async () => {
  const versioning = (Status: 'Enabled' | 'Suspended') =>
    s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
  await versioning('Suspended');
  await put('inbox/all twice all');
  await versioning('Enabled');
  const event = (await eventsOf('all', 2)).at(-1);
  expect(event?.detail.object).not.toHaveProperty('version-id');
});

test('a function that fails is tried three times, and then it is said', async () => {
  await put('inbox/fails');
  const told = () => fixture.lines.filter(({ source }) => source === 's3').map(({ text }) => text);
  await vi.waitUntil(() => told().length > 0, { timeout: 10_000 });
  expect(told()).toEqual(['fails failed 3 times on an upload: Never']);
  const calls = fixture.lines.filter(({ source, text }) => source === 'fails' && text.includes('call '));
  expect(calls).toHaveLength(3);
});

test('a trigger whose function is not there is refused', async () => {
  const uploads = [{ prefix: 'inbox/', suffix: '', functionName: 'nobody' }];
  await expect(fixture.apply({ all: echo }, { uploads })).rejects.toMatchObject({
    name: 'UnknownFunctionError',
  });
});
