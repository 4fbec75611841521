import { CopyObjectCommand, GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure } from './check.js';

export const copyChecks: readonly Check[] = [
  {
    name: 'a copy has the bytes, the headers and the metadata of its source',
    run: async (subject) => {
      const Bucket = subject.bucket;
      const source = subject.key('/ü +%.json');
      const { ETag } = await subject.put(source, 'copied', {
        ContentType: 'text/plain',
        Metadata: { a: 'b' },
      });
      const Key = subject.key();
      const CopySource = `${Bucket}/${encodeURIComponent(source)}`;
      const copied = await subject.s3.send(new CopyObjectCommand({ Bucket, Key, CopySource }));
      expect(copied.CopyObjectResult?.ETag).toBe(ETag);
      const head = await subject.s3.send(new HeadObjectCommand({ Bucket, Key }));
      expect(head).toMatchObject({ ContentType: 'text/plain', Metadata: { a: 'b' }, ETag });
      expect(await subject.text(Key)).toBe('copied');
    },
  },
  {
    name: 'MetadataDirective REPLACE takes the metadata of the request',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      await subject.put(target.Key, 'x', { Metadata: { old: '1' } });
      await subject.s3.send(
        new CopyObjectCommand({
          ...target,
          CopySource: `${target.Bucket}/${target.Key}`,
          MetadataDirective: 'REPLACE',
          Metadata: { fresh: '2' },
        }),
      );
      const { Metadata } = await subject.s3.send(new HeadObjectCommand(target));
      expect(Metadata).toEqual({ fresh: '2' });
      expect(await subject.text(target.Key)).toBe('x');
    },
  },
  {
    name: 'a copy onto itself that changes nothing is 400 InvalidRequest',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      await subject.put(target.Key, 'x');
      const request = new CopyObjectCommand({ ...target, CopySource: `${target.Bucket}/${target.Key}` });
      expect(await failure(subject.s3.send(request))).toBe('400 InvalidRequest');
    },
  },
  {
    name: 'a copy of a missing key is 404 NoSuchKey, of a missing bucket 404 NoSuchBucket',
    run: async (subject) => {
      const copy = (CopySource: string) =>
        subject.s3.send(new CopyObjectCommand({ Bucket: subject.bucket, Key: subject.key(), CopySource }));
      expect(await failure(copy(`${subject.bucket}/${subject.key()}`))).toBe('404 NoSuchKey');
      expect(await failure(copy(`contract-${subject.key()}/x`))).toBe('404 NoSuchBucket');
    },
  },
  {
    name: 'a copy outlives its source',
    run: async (subject) => {
      const Bucket = subject.bucket;
      const [source, Key] = [subject.key(), subject.key()];
      await subject.put(source, 'kept');
      await subject.s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${source}` }));
      await subject.put(source, 'replaced');
      const { Body } = await subject.s3.send(new GetObjectCommand({ Bucket, Key }));
      expect(await Body?.transformToString()).toBe('kept');
    },
  },
];
