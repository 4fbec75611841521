import {
  DeleteObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure, type Subject } from './check.js';

const tree = ['a/1', 'a/2', 'a/b/3', 'b', 'c/4', 'd', 'd/5', 'e'];

async function planted(subject: Subject, keys: readonly string[] = tree): Promise<string> {
  const bucket = await subject.newBucket();
  await Promise.all(keys.map((key) => subject.put(key, key, { Bucket: bucket })));
  return bucket;
}

function list(
  subject: Subject,
  bucket: string,
  more: Partial<ListObjectsV2CommandInput> = {},
): Promise<ListObjectsV2CommandOutput> {
  return subject.s3.send(new ListObjectsV2Command({ Bucket: bucket, ...more }));
}

function keysOf(page: Pick<ListObjectsV2CommandOutput, 'Contents'>): (string | undefined)[] {
  return (page.Contents ?? []).map(({ Key }) => Key);
}

function prefixesOf(page: Pick<ListObjectsV2CommandOutput, 'CommonPrefixes'>): (string | undefined)[] {
  return (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix);
}

/** All pages, each as its keys and prefixes together. */
async function pages(
  subject: Subject,
  bucket: string,
  more: Partial<ListObjectsV2CommandInput>,
): Promise<(string | undefined)[][]> {
  const found: (string | undefined)[][] = [];
  let token: string | undefined;
  do {
    const page = await list(subject, bucket, { ...more, ContinuationToken: token });
    found.push([...keysOf(page), ...prefixesOf(page)]);
    expect(page.KeyCount).toBe(found.at(-1)?.length);
    expect(page.IsTruncated).toBe(page.NextContinuationToken !== undefined);
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return found;
}

export const listChecks: readonly Check[] = [
  {
    name: 'a list has every key, its size, ETag and class, in order',
    run: async (subject) => {
      const bucket = await planted(subject);
      const page = await list(subject, bucket);
      expect(keysOf(page)).toEqual(tree);
      expect(page).toMatchObject({ KeyCount: 8, IsTruncated: false, MaxKeys: 1000, Name: bucket });
      expect(page.Contents?.[0]).toMatchObject({ Size: 3, StorageClass: 'STANDARD' });
      expect(page.Contents?.[0]?.ETag).toMatch(/^"[0-9a-f]{32}"$/);
      expect(page.Contents?.[0]?.Owner).toBeUndefined();
    },
  },
  {
    name: 'an empty bucket and an unknown prefix list nothing',
    run: async (subject) => {
      const bucket = await subject.newBucket();
      expect(await list(subject, bucket)).toMatchObject({ KeyCount: 0, IsTruncated: false });
      expect(keysOf(await list(subject, subject.bucket, { Prefix: subject.key() }))).toEqual([]);
    },
  },
  {
    name: 'a prefix selects',
    run: async (subject) => {
      const bucket = await planted(subject);
      expect(keysOf(await list(subject, bucket, { Prefix: 'a/' }))).toEqual(['a/1', 'a/2', 'a/b/3']);
      expect(keysOf(await list(subject, bucket, { Prefix: 'd' }))).toEqual(['d', 'd/5']);
    },
  },
  {
    name: 'a delimiter rolls up, at the top and below a prefix',
    run: async (subject) => {
      const bucket = await planted(subject);
      const top = await list(subject, bucket, { Delimiter: '/' });
      expect([keysOf(top), prefixesOf(top)]).toEqual([
        ['b', 'd', 'e'],
        ['a/', 'c/', 'd/'],
      ]);
      const below = await list(subject, bucket, { Delimiter: '/', Prefix: 'a/' });
      expect([keysOf(below), prefixesOf(below)]).toEqual([['a/1', 'a/2'], ['a/b/']]);
    },
  },
  {
    name: 'pages of every size hold every key once',
    run: async (subject) => {
      const bucket = await planted(subject);
      for (const MaxKeys of [1, 2, 3, 7, 8, 9]) {
        const found = await pages(subject, bucket, { MaxKeys });
        expect(found.flat()).toEqual(tree);
        expect(found.every((page) => page.length <= MaxKeys)).toBe(true);
        expect(found).toHaveLength(Math.ceil(tree.length / MaxKeys));
      }
    },
  },
  {
    name: 'pages with a delimiter hold every key and prefix once',
    run: async (subject) => {
      const bucket = await planted(subject);
      for (const MaxKeys of [1, 2, 4, 6]) {
        const found = await pages(subject, bucket, { MaxKeys, Delimiter: '/' });
        expect(found.flat().sort()).toEqual(['a/', 'b', 'c/', 'd', 'd/', 'e']);
      }
    },
  },
  {
    name: 'start-after leaves out what is not behind it',
    run: async (subject) => {
      const bucket = await planted(subject);
      expect(keysOf(await list(subject, bucket, { StartAfter: 'c/4' }))).toEqual(['d', 'd/5', 'e']);
      expect(keysOf(await list(subject, bucket, { StartAfter: 'c' }))).toEqual(['c/4', 'd', 'd/5', 'e']);
      expect(keysOf(await list(subject, bucket, { StartAfter: 'e' }))).toEqual([]);
    },
  },
  {
    name: 'keys are ordered by their UTF-8 bytes',
    run: async (subject) => {
      const keys = ['A', 'Z', 'a', 'z', 'é', '\uffee', '\u{1f642}'];
      expect(keysOf(await list(subject, await planted(subject, keys.toReversed())))).toEqual(keys);
    },
  },
  {
    name: 'max-keys of 0 is an empty page, a negative one and a foreign token are 400',
    run: async (subject) => {
      const bucket = await planted(subject, ['x']);
      expect(await list(subject, bucket, { MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false });
      expect(await failure(list(subject, bucket, { MaxKeys: -1 }))).toBe('400 InvalidArgument');
      expect(await failure(list(subject, bucket, { ContinuationToken: 'not mine' }))).toBe(
        '400 InvalidArgument',
      );
    },
  },
  {
    name: 'fetch-owner adds the owner',
    run: async (subject) => {
      const bucket = await planted(subject, ['x']);
      const page = await list(subject, bucket, { FetchOwner: true });
      expect(page.Contents?.[0]?.Owner?.ID).toMatch(/./);
    },
  },
  {
    name: 'what is deleted is not listed, nor a prefix above it',
    run: async (subject) => {
      const bucket = await planted(subject);
      await subject.setVersioning(bucket, 'Enabled');
      await subject.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'c/4' }));
      expect(keysOf(await list(subject, bucket))).toEqual(tree.filter((key) => key !== 'c/4'));
      expect(prefixesOf(await list(subject, bucket, { Delimiter: '/' }))).toEqual(['a/', 'd/']);
    },
  },
  {
    name: 'the first version of the list pages by marker',
    run: async (subject) => {
      const bucket = await planted(subject);
      const first = await subject.s3.send(new ListObjectsCommand({ Bucket: bucket, MaxKeys: 3 }));
      expect(keysOf(first)).toEqual(tree.slice(0, 3));
      const Marker = first.Contents?.at(-1)?.Key;
      const second = await subject.s3.send(new ListObjectsCommand({ Bucket: bucket, Marker }));
      expect(keysOf(second)).toEqual(tree.slice(3));
      const rolled = await subject.s3.send(
        new ListObjectsCommand({ Bucket: bucket, Delimiter: '/', MaxKeys: 1 }),
      );
      expect([prefixesOf(rolled), rolled.NextMarker]).toEqual([['a/'], 'a/']);
    },
  },
];
