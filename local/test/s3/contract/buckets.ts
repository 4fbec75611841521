import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketLocationCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { bucketName, type Check, failure } from './check.js';

export const bucketChecks: readonly Check[] = [
  {
    name: 'a new bucket is there and listed; a deleted one is neither',
    run: async ({ s3 }) => {
      const Bucket = bucketName();
      const names = async () => (await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name);
      await s3.send(new CreateBucketCommand({ Bucket }));
      await s3.send(new HeadBucketCommand({ Bucket }));
      expect(await names()).toContain(Bucket);
      await s3.send(new DeleteBucketCommand({ Bucket }));
      expect(await failure(s3.send(new HeadBucketCommand({ Bucket })))).toBe('404 NotFound');
      expect(await names()).not.toContain(Bucket);
    },
  },
  {
    name: 'what is not in a bucket that exists is 404 NoSuchBucket',
    run: async ({ s3 }) => {
      const target = { Bucket: bucketName(), Key: 'x' };
      expect(await failure(s3.send(new GetObjectCommand(target)))).toBe('404 NoSuchBucket');
      expect(await failure(s3.send(new PutObjectCommand({ ...target, Body: 'x' })))).toBe('404 NoSuchBucket');
      expect(await failure(s3.send(new DeleteObjectCommand(target)))).toBe('404 NoSuchBucket');
    },
  },
  {
    name: 'a bucket that holds an object is 409 BucketNotEmpty',
    run: async (subject) => {
      const Bucket = await subject.newBucket();
      await subject.put('x', 'x', { Bucket });
      expect(await failure(subject.s3.send(new DeleteBucketCommand({ Bucket })))).toBe('409 BucketNotEmpty');
    },
  },
  {
    name: 'names that S3 refuses are 400 InvalidBucketName',
    run: async ({ s3 }) => {
      for (const Bucket of [
        'ab',
        'Upper-Case',
        'under_score',
        '-dash',
        'dash-',
        'two..dots',
        '10.0.0.1',
        'x'.repeat(64),
      ]) {
        const request = s3.send(new CreateBucketCommand({ Bucket }));
        expect(`${Bucket}: ${await failure(request)}`).toBe(`${Bucket}: 400 InvalidBucketName`);
      }
    },
  },
  {
    name: 'a bucket of us-east-1 has no location, and no versioning until it gets it',
    run: async (subject) => {
      const Bucket = await subject.newBucket();
      const location = await subject.s3.send(new GetBucketLocationCommand({ Bucket }));
      expect(location.LocationConstraint ?? '').toBe('');
      const status = async () => (await subject.s3.send(new GetBucketVersioningCommand({ Bucket }))).Status;
      expect(await status()).toBeUndefined();
      await subject.setVersioning(Bucket, 'Enabled');
      expect(await status()).toBe('Enabled');
      await subject.setVersioning(Bucket, 'Suspended');
      expect(await status()).toBe('Suspended');
    },
  },
];
