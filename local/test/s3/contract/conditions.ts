import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure, type Subject } from './check.js';

const stale = '"00000000000000000000000000000000"';
const longAgo = new Date('2001-01-01T00:00:00Z');

function inAnHour(): Date {
  return new Date(Date.now() + 3_600_000);
}

async function existing(subject: Subject): Promise<{ Bucket: string; Key: string; ETag: string }> {
  const Key = subject.key();
  const { ETag = '' } = await subject.put(Key, 'first');
  return { Bucket: subject.bucket, Key, ETag };
}

export const conditionChecks: readonly Check[] = [
  {
    name: 'If-None-Match * creates',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, 'new', { IfNoneMatch: '*' });
      expect(await subject.text(key)).toBe('new');
    },
  },
  {
    name: 'If-None-Match * on an existing key is 412 and changes nothing',
    run: async (subject) => {
      const { Key } = await existing(subject);
      expect(await failure(subject.put(Key, 'second', { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
      expect(await subject.text(Key)).toBe('first');
    },
  },
  {
    name: 'If-None-Match * creates again after a delete, also over a delete marker',
    run: async (subject) => {
      for (const Bucket of [subject.bucket, await subject.newBucket('Enabled')]) {
        const Key = subject.key();
        await subject.put(Key, 'first', { Bucket });
        await subject.s3.send(new DeleteObjectCommand({ Bucket, Key }));
        await subject.put(Key, 'second', { Bucket, IfNoneMatch: '*' });
        expect(await subject.text(Key, { Bucket })).toBe('second');
      }
    },
  },
  {
    name: 'If-None-Match with an ETag is 501 NotImplemented for a write',
    run: async (subject) => {
      const { Key, ETag } = await existing(subject);
      expect(await failure(subject.put(Key, 'x', { IfNoneMatch: ETag }))).toBe('501 NotImplemented');
      expect(await subject.text(Key)).toBe('first');
    },
  },
  {
    name: 'If-Match on the current ETag replaces, with quotes or without',
    run: async (subject) => {
      const { Key, ETag } = await existing(subject);
      const { ETag: second = '' } = await subject.put(Key, 'second', { IfMatch: ETag });
      await subject.put(Key, 'third', { IfMatch: second.replaceAll('"', '') });
      expect(await subject.text(Key)).toBe('third');
    },
  },
  {
    name: 'If-Match on a stale ETag is 412 and changes nothing',
    run: async (subject) => {
      const { Key } = await existing(subject);
      expect(await failure(subject.put(Key, 'second', { IfMatch: stale }))).toBe('412 PreconditionFailed');
      expect(await subject.text(Key)).toBe('first');
    },
  },
  {
    name: 'If-Match on a missing key is 404 NoSuchKey, and creates nothing',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      expect(await failure(subject.put(target.Key, 'x', { IfMatch: stale }))).toBe('404 NoSuchKey');
      expect(await failure(subject.s3.send(new HeadObjectCommand(target)))).toBe('404 NotFound');
    },
  },
  {
    name: 'If-Match over a delete marker is 404 NoSuchKey',
    run: async (subject) => {
      const Bucket = await subject.newBucket('Enabled');
      const { ETag = '' } = await subject.put('x', 'x', { Bucket });
      await subject.s3.send(new DeleteObjectCommand({ Bucket, Key: 'x' }));
      expect(await failure(subject.put('x', 'y', { Bucket, IfMatch: ETag }))).toBe('404 NoSuchKey');
    },
  },
  {
    name: 'a refused conditional write leaves the connection of use for the next',
    run: async (subject) => {
      const { Key } = await existing(subject);
      const big = Buffer.alloc(3_000_000, 'x');
      for (let round = 0; round < 3; round += 1) {
        expect(await failure(subject.put(Key, big, { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
        expect(await subject.text(Key)).toBe('first');
      }
    },
  },
  {
    name: 'GET with If-Match: the current ETag is 200, a stale one 412',
    run: async (subject) => {
      const { ETag, ...target } = await existing(subject);
      expect(await subject.text(target.Key, { IfMatch: ETag })).toBe('first');
      const request = subject.s3.send(new GetObjectCommand({ ...target, IfMatch: stale }));
      expect(await failure(request)).toBe('412 PreconditionFailed');
    },
  },
  {
    name: 'GET and HEAD with If-None-Match on the current ETag are 304, on another 200',
    run: async (subject) => {
      const { ETag, ...target } = await existing(subject);
      expect(await failure(subject.s3.send(new GetObjectCommand({ ...target, IfNoneMatch: ETag })))).toMatch(
        /^304/,
      );
      expect(await failure(subject.s3.send(new HeadObjectCommand({ ...target, IfNoneMatch: ETag })))).toMatch(
        /^304/,
      );
      expect(await subject.text(target.Key, { IfNoneMatch: stale })).toBe('first');
    },
  },
  {
    name: 'GET with If-Modified-Since: later than the object is 304, earlier 200',
    run: async (subject) => {
      const { ETag, ...target } = await existing(subject);
      const { LastModified } = await subject.s3.send(new HeadObjectCommand({ ...target, IfMatch: ETag }));
      const request = subject.s3.send(new GetObjectCommand({ ...target, IfModifiedSince: LastModified }));
      expect(await failure(request)).toMatch(/^304/);
      expect(await subject.text(target.Key, { IfModifiedSince: longAgo })).toBe('first');
    },
  },
  {
    name: 'GET with If-Unmodified-Since: earlier than the object is 412, later 200',
    run: async (subject) => {
      const { Bucket, Key } = await existing(subject);
      const request = subject.s3.send(new GetObjectCommand({ Bucket, Key, IfUnmodifiedSince: longAgo }));
      expect(await failure(request)).toBe('412 PreconditionFailed');
      expect(await subject.text(Key, { IfUnmodifiedSince: inAnHour() })).toBe('first');
    },
  },
  {
    name: 'an ETag that matches outweighs the date beside it',
    run: async (subject) => {
      const { ETag, ...target } = await existing(subject);
      expect(await subject.text(target.Key, { IfMatch: ETag, IfUnmodifiedSince: longAgo })).toBe('first');
      const both = { ...target, IfNoneMatch: ETag, IfModifiedSince: longAgo };
      expect(await failure(subject.s3.send(new GetObjectCommand(both)))).toMatch(/^304/);
    },
  },
  {
    name: 'DELETE with If-Match: stale is 412, missing 404, current deletes',
    run: async (subject) => {
      const { ETag, ...target } = await existing(subject);
      const remove = (IfMatch: string, Key = target.Key) =>
        subject.s3.send(new DeleteObjectCommand({ ...target, Key, IfMatch }));
      expect(await failure(remove(stale))).toBe('412 PreconditionFailed');
      expect(await failure(remove(ETag, subject.key()))).toBe('404 NoSuchKey');
      expect(await subject.text(target.Key)).toBe('first');
      await remove(ETag);
      expect(await failure(subject.s3.send(new GetObjectCommand(target)))).toBe('404 NoSuchKey');
    },
  },
  {
    name: 'DeleteObjects holds an ETag against each object by itself',
    run: async (subject) => {
      const kept = await existing(subject);
      const gone = await existing(subject);
      const Objects = [
        { Key: kept.Key, ETag: stale },
        { Key: gone.Key, ETag: gone.ETag },
      ];
      const answer = await subject.s3.send(
        new DeleteObjectsCommand({ Bucket: kept.Bucket, Delete: { Objects } }),
      );
      expect(answer.Errors).toMatchObject([{ Key: kept.Key, Code: 'PreconditionFailed' }]);
      expect(answer.Deleted).toMatchObject([{ Key: gone.Key }]);
      expect(await subject.text(kept.Key)).toBe('first');
    },
  },
  {
    name: 'a copy holds conditions against its source: any that fails is 412',
    run: async (subject) => {
      const { Bucket, Key, ETag } = await existing(subject);
      const copy = (conditions: object) =>
        subject.s3.send(
          new CopyObjectCommand({
            Bucket,
            Key: subject.key(),
            CopySource: `${Bucket}/${Key}`,
            ...conditions,
          }),
        );
      expect(await failure(copy({ CopySourceIfMatch: stale }))).toBe('412 PreconditionFailed');
      expect(await failure(copy({ CopySourceIfNoneMatch: ETag }))).toBe('412 PreconditionFailed');
      expect((await copy({ CopySourceIfMatch: ETag })).CopyObjectResult?.ETag).toBe(ETag);
    },
  },
  {
    name: 'a copy holds If-None-Match and If-Match against its target',
    run: async (subject) => {
      const source = await existing(subject);
      const target = await existing(subject);
      const copy = (Key: string, conditions: object) =>
        subject.s3.send(
          new CopyObjectCommand({
            Bucket: subject.bucket,
            Key,
            CopySource: `${source.Bucket}/${source.Key}`,
            ...conditions,
          }),
        );
      expect(await failure(copy(target.Key, { IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
      expect(await failure(copy(target.Key, { IfMatch: stale }))).toBe('412 PreconditionFailed');
      await copy(target.Key, { IfMatch: target.ETag });
      await copy(subject.key(), { IfNoneMatch: '*' });
    },
  },
];
