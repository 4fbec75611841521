import { createHash, randomBytes } from 'node:crypto';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure } from './check.js';

export const objectChecks: readonly Check[] = [
  {
    name: 'a put object is read back byte for byte, and its ETag is its MD5',
    run: async (subject) => {
      const key = subject.key();
      const bytes = randomBytes(70_001);
      const { ETag } = await subject.put(key, bytes);
      expect(ETag).toBe(`"${createHash('md5').update(bytes).digest('hex')}"`);
      const { Body, ContentLength } = await subject.s3.send(
        new GetObjectCommand({ Bucket: subject.bucket, Key: key }),
      );
      expect(ContentLength).toBe(bytes.length);
      expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    },
  },
  {
    name: 'an empty object exists',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, '');
      expect(await subject.text(key)).toBe('');
    },
  },
  {
    name: 'a second put replaces the first',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, 'one, and longer');
      await subject.put(key, 'two');
      expect(await subject.text(key)).toBe('two');
    },
  },
  {
    name: 'HEAD answers what GET answers, without a body',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, 'twelve bytes', { ContentType: 'text/plain' });
      const target = { Bucket: subject.bucket, Key: key };
      const head = await subject.s3.send(new HeadObjectCommand(target));
      const get = await subject.s3.send(new GetObjectCommand(target));
      await get.Body?.transformToString();
      const facts = (from: typeof head) => [
        from.ContentLength,
        from.ETag,
        from.ContentType,
        from.LastModified,
      ];
      expect(facts(head)).toEqual(facts(get));
      expect(head.ContentLength).toBe(12);
    },
  },
  {
    name: 'a missing key is 404 NoSuchKey, for HEAD 404 without a code',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      expect(await failure(subject.s3.send(new GetObjectCommand(target)))).toBe('404 NoSuchKey');
      expect(await failure(subject.s3.send(new HeadObjectCommand(target)))).toBe('404 NotFound');
    },
  },
  {
    name: 'a deleted object is gone, and deleting it again succeeds',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      await subject.put(target.Key, 'x');
      await subject.s3.send(new DeleteObjectCommand(target));
      expect(await failure(subject.s3.send(new GetObjectCommand(target)))).toBe('404 NoSuchKey');
      const again = await subject.s3.send(new DeleteObjectCommand(target));
      expect(again.$metadata.httpStatusCode).toBe(204);
    },
  },
  {
    name: 'content headers are kept and echoed',
    run: async (subject) => {
      const key = subject.key();
      const headers = {
        ContentType: 'application/json; charset=utf-8',
        ContentEncoding: 'gzip',
        ContentLanguage: 'de',
        ContentDisposition: 'attachment; filename="a b.json"',
        CacheControl: 'max-age=60',
      };
      await subject.put(key, 'x', headers);
      expect(
        await subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key: key })),
      ).toMatchObject(headers);
    },
  },
  {
    name: 'user metadata is kept, its names in lower case',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, 'x', { Metadata: { 'sfs3-Step': 'step-a', empty: '', hash: '#=+/ x' } });
      const { Metadata } = await subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key: key }));
      expect(Metadata).toEqual({ 'sfs3-step': 'step-a', empty: '', hash: '#=+/ x' });
    },
  },
  {
    name: 'user metadata above 2 KB is 400 MetadataTooLarge',
    run: async (subject) => {
      const request = subject.put(subject.key(), 'x', { Metadata: { big: 'm'.repeat(2048) } });
      expect(await failure(request)).toBe('400 MetadataTooLarge');
    },
  },
  {
    name: 'AES256 is echoed where nothing is asked for, and where it is',
    run: async (subject) => {
      const key = subject.key();
      const asked = await subject.put(key, 'x', { ServerSideEncryption: 'AES256' });
      expect((await subject.put(subject.key(), 'x')).ServerSideEncryption).toBe('AES256');
      expect(asked.ServerSideEncryption).toBe('AES256');
      const head = await subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key: key }));
      expect(head.ServerSideEncryption).toBe('AES256');
    },
  },
  {
    name: 'an unknown encryption is 400',
    run: async (subject) => {
      const request = subject.put(subject.key(), 'x', { ServerSideEncryption: 'ROT13' as 'AES256' });
      expect(await failure(request)).toMatch(/^400 Invalid/);
    },
  },
  {
    name: 'the storage class is kept',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, 'x', { StorageClass: 'STANDARD_IA' });
      const head = await subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key: key }));
      expect(head.StorageClass).toBe('STANDARD_IA');
    },
  },
  {
    name: 'query parameters replace headers of the answer',
    run: async (subject) => {
      const key = subject.key();
      await subject.put(key, 'x', { ContentType: 'text/plain' });
      const answer = await subject.s3.send(
        new GetObjectCommand({
          Bucket: subject.bucket,
          Key: key,
          ResponseContentType: 'text/html',
          ResponseCacheControl: 'no-store',
        }),
      );
      await answer.Body?.transformToString();
      expect(answer).toMatchObject({ ContentType: 'text/html', CacheControl: 'no-store' });
    },
  },
  {
    name: 'tags come with the object or later, and are counted',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      await subject.put(target.Key, 'x', { Tagging: 'a=1&b=x%20y' });
      const head = await subject.s3.send(new HeadObjectCommand(target));
      expect(head.TagCount).toBe(2);
      const tags = async () => (await subject.s3.send(new GetObjectTaggingCommand(target))).TagSet;
      expect(await tags()).toEqual([
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: 'x y' },
      ]);
      const TagSet = [{ Key: 'c', Value: '<&>' }];
      await subject.s3.send(new PutObjectTaggingCommand({ ...target, Tagging: { TagSet } }));
      expect(await tags()).toEqual(TagSet);
      await subject.s3.send(new DeleteObjectTaggingCommand(target));
      expect(await tags()).toEqual([]);
      expect(await subject.text(target.Key)).toBe('x');
    },
  },
  {
    name: 'GetObjectAttributes answers what is asked for',
    run: async (subject) => {
      const target = { Bucket: subject.bucket, Key: subject.key() };
      await subject.put(target.Key, 'hello');
      const answer = await subject.s3.send(
        new GetObjectAttributesCommand({ ...target, ObjectAttributes: ['ETag', 'ObjectSize', 'Checksum'] }),
      );
      expect(answer).toMatchObject({ ETag: '5d41402abc4b2a76b9719d911017c592', ObjectSize: 5 });
      expect(answer.Checksum?.ChecksumCRC32).toBe('NhCmhg==');
    },
  },
  {
    name: 'DeleteObjects deletes many, missing ones too, and says so unless it is quiet',
    run: async (subject) => {
      const keys = [subject.key(' <&>'), subject.key(), subject.key()];
      await subject.put(keys[0] ?? '', 'x');
      await subject.put(keys[1] ?? '', 'x');
      const Objects = keys.map((Key) => ({ Key }));
      const Bucket = subject.bucket;
      const loud = await subject.s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
      expect(loud.Deleted?.map(({ Key }) => Key)).toEqual(keys);
      const quiet = await subject.s3.send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
      );
      expect(quiet.Deleted ?? []).toEqual([]);
      const gone = subject.s3.send(new HeadObjectCommand({ Bucket, Key: keys[0] ?? '' }));
      expect(await failure(gone)).toBe('404 NotFound');
    },
  },
  {
    name: 'an object of 100 MB goes in and out whole',
    run: async (subject) => {
      const key = subject.key();
      const block = randomBytes(1024 * 1024);
      const bytes = Buffer.concat(Array.from({ length: 100 }, () => block));
      const { ETag } = await subject.put(key, bytes);
      expect(ETag).toBe(`"${createHash('md5').update(bytes).digest('hex')}"`);
      const md5 = createHash('md5');
      const { Body } = await subject.s3.send(new GetObjectCommand({ Bucket: subject.bucket, Key: key }));
      for await (const chunk of Body as AsyncIterable<Buffer>) md5.update(chunk);
      expect(`"${md5.digest('hex')}"`).toBe(ETag);
    },
  },
];
