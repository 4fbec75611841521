import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { bucketName, Subject } from './contract/check.js';
import { contract } from './contract/index.js';
import { clientFor, startEndpoint } from './endpoint.js';

interface Started {
  readonly s3: S3Client;
  readonly close: () => Promise<void>;
}

const foreign = process.env.SFS3_S3_CONTRACT_ENDPOINT;

/** What is held to the contract: the embedded service in both modes, or the endpoint that the environment names. */
const subjects: Readonly<Record<string, () => Promise<Started>>> =
  foreign === undefined
    ? { memory: () => startEndpoint(), folder: startOnFolder }
    : {
        [foreign]: async () => {
          const s3 = clientFor(foreign);
          return { s3, close: async () => s3.destroy() };
        },
      };

describe.each(Object.entries(subjects))('the S3 contract: %s', (_, start) => {
  let started: Started;
  let subject: Subject;

  beforeAll(async () => {
    started = await start();
    subject = new Subject(started.s3, bucketName());
    await started.s3.send(new CreateBucketCommand({ Bucket: subject.bucket }));
  });

  afterAll(async () => {
    for (const bucket of [subject.bucket, ...subject.made]) await removeBucket(started.s3, bucket);
    await started.close();
  });

  describe.each(Object.entries(contract))('%s', (__, checks) => {
    it.each(checks.map((check) => [check.name, check] as const))(
      '%s',
      (___, check) => check.run(subject),
      60_000,
    );
  });
});

async function startOnFolder(): Promise<Started> {
  const directory = await mkdtemp(join(tmpdir(), 'sfs3-s3-contract-'));
  const endpoint = await startEndpoint({ directory });
  const close = async (): Promise<void> => {
    await endpoint.close();
    await rm(directory, { recursive: true });
  };
  return { s3: endpoint.s3, close };
}

async function removeBucket(s3: S3Client, Bucket: string): Promise<void> {
  for (let isTruncated = true; isTruncated; ) {
    const page = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const versions = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])];
    for (const { Key, VersionId } of versions)
      await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
    isTruncated = page.IsTruncated ?? false;
  }
  await s3.send(new DeleteBucketCommand({ Bucket }));
}
