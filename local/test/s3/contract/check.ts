import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type PutObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';

/** One sentence of the contract that an S3 endpoint must keep. */
export interface Check {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<void>;
}

/** An endpoint under test: a client for it and a bucket that all checks share, each under keys of its own. */
export class Subject {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly made: string[] = [];

  constructor(s3: S3Client, bucket: string) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** A key that no other check uses. */
  key(suffix = ''): string {
    return `${randomBytes(8).toString('hex')}${suffix}`;
  }

  /** A bucket of a check's own; it is emptied and deleted after the run. */
  async newBucket(versioning?: 'Enabled' | 'Suspended'): Promise<string> {
    const name = bucketName();
    await this.s3.send(new CreateBucketCommand({ Bucket: name }));
    this.made.push(name);
    if (versioning !== undefined) await this.setVersioning(name, versioning);
    return name;
  }

  async setVersioning(bucket: string, status: 'Enabled' | 'Suspended'): Promise<void> {
    await this.s3.send(
      new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: status } }),
    );
  }

  put(
    key: string,
    body: string | Buffer | Readable,
    more: Partial<Omit<PutObjectCommandInput, 'Body'>> = {},
  ): Promise<PutObjectCommandOutput> {
    return this.s3.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: body, ...more }));
  }

  /** The text of an object. */
  async text(key: string, more: Partial<GetObjectCommandInput> = {}): Promise<string> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, ...more }));
    return (await Body?.transformToString()) ?? '';
  }
}

/** A bucket name that nobody else has. */
export function bucketName(): string {
  return `contract-${randomBytes(8).toString('hex')}`;
}

/** How a request failed: S3's code, or the status where a HEAD has no code, and the status. */
export async function failure(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof Error) || !('$metadata' in error)) throw error;
    const { httpStatusCode } = error.$metadata as { httpStatusCode?: number };
    return `${httpStatusCode} ${error.name}`;
  }
  throw new Error('The request succeeded; it should have failed.');
}
