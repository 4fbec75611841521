import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
} from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure, type Subject } from './check.js';

async function threeVersions(subject: Subject): Promise<{ Bucket: string; Key: string; ids: string[] }> {
  const target = { Bucket: await subject.newBucket('Enabled'), Key: 'k' };
  const ids: string[] = [];
  for (const body of ['one', 'two', 'three']) {
    const { VersionId = '' } = await subject.put(target.Key, body, { Bucket: target.Bucket });
    ids.push(VersionId);
  }
  return { ...target, ids };
}

export const versionChecks: readonly Check[] = [
  {
    name: 'every write makes a version, and each is read by its id',
    run: async (subject) => {
      const { Bucket, Key, ids } = await threeVersions(subject);
      expect(new Set(ids).size).toBe(3);
      const texts = ids.map((VersionId) => subject.text(Key, { Bucket, VersionId }));
      expect(await Promise.all(texts)).toEqual(['one', 'two', 'three']);
      expect(await subject.text(Key, { Bucket })).toBe('three');
      const head = await subject.s3.send(new HeadObjectCommand({ Bucket, Key }));
      expect(head.VersionId).toBe(ids[2]);
    },
  },
  {
    name: 'versions are listed newest first, and pages hold each once',
    run: async (subject) => {
      const { Bucket, Key, ids } = await threeVersions(subject);
      await subject.put('a', 'x', { Bucket });
      const all = await subject.s3.send(new ListObjectVersionsCommand({ Bucket }));
      expect(all.Versions?.map(({ Key: key, IsLatest }) => [key, IsLatest])).toEqual([
        ['a', true],
        [Key, true],
        [Key, false],
        [Key, false],
      ]);
      expect(all.Versions?.slice(1).map(({ VersionId }) => VersionId)).toEqual(ids.toReversed());
      const paged: (string | undefined)[] = [];
      let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
      while (next !== undefined) {
        const page: Awaited<ReturnType<typeof listOne>> = await listOne(subject, Bucket, next);
        paged.push(...(page.Versions ?? []).map(({ VersionId }) => VersionId));
        next = page.IsTruncated
          ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
          : undefined;
      }
      expect(paged).toEqual(all.Versions?.map(({ VersionId }) => VersionId));
    },
  },
  {
    name: 'a delete leaves a marker: 404 with x-amz-delete-marker, and the versions stay',
    run: async (subject) => {
      const { Bucket, Key, ids } = await threeVersions(subject);
      const deleted = await subject.s3.send(new DeleteObjectCommand({ Bucket, Key }));
      expect(deleted.DeleteMarker).toBe(true);
      expect(await failure(subject.s3.send(new GetObjectCommand({ Bucket, Key })))).toBe('404 NoSuchKey');
      expect(await subject.text(Key, { Bucket, VersionId: ids[2] })).toBe('three');
      const { DeleteMarkers, Versions } = await subject.s3.send(new ListObjectVersionsCommand({ Bucket }));
      expect(DeleteMarkers).toMatchObject([{ Key, VersionId: deleted.VersionId, IsLatest: true }]);
      expect(Versions?.map(({ IsLatest }) => IsLatest)).toEqual([false, false, false]);
    },
  },
  {
    name: 'a delete marker is 405 by its id, and its removal brings the object back',
    run: async (subject) => {
      const { Bucket, Key } = await threeVersions(subject);
      const { VersionId } = await subject.s3.send(new DeleteObjectCommand({ Bucket, Key }));
      const byId = subject.s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
      expect(await failure(byId)).toBe('405 MethodNotAllowed');
      const removed = await subject.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
      expect(removed).toMatchObject({ DeleteMarker: true, VersionId });
      expect(await subject.text(Key, { Bucket })).toBe('three');
    },
  },
  {
    name: 'a version deleted by its id is gone for good',
    run: async (subject) => {
      const { Bucket, Key, ids } = await threeVersions(subject);
      await subject.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: ids[2] }));
      expect(await subject.text(Key, { Bucket })).toBe('two');
      const gone = subject.s3.send(new GetObjectCommand({ Bucket, Key, VersionId: ids[2] }));
      expect(await failure(gone)).toBe('404 NoSuchVersion');
    },
  },
  {
    name: 'what is no version id is 400 InvalidArgument',
    run: async (subject) => {
      const { Bucket, Key } = await threeVersions(subject);
      const request = subject.s3.send(new GetObjectCommand({ Bucket, Key, VersionId: 'nonsense' }));
      expect(await failure(request)).toBe('400 InvalidArgument');
    },
  },
  {
    name: 'an object from before versioning is version null, and stays beside the new ones',
    run: async (subject) => {
      const Bucket = await subject.newBucket();
      expect((await subject.put('k', 'old', { Bucket })).VersionId).toBeUndefined();
      await subject.setVersioning(Bucket, 'Enabled');
      await subject.put('k', 'new', { Bucket });
      expect(await subject.text('k', { Bucket, VersionId: 'null' })).toBe('old');
      expect(await subject.text('k', { Bucket })).toBe('new');
    },
  },
  {
    name: 'where versioning is suspended, writes and deletes replace version null only',
    run: async (subject) => {
      const { Bucket, Key, ids } = await threeVersions(subject);
      await subject.setVersioning(Bucket, 'Suspended');
      await subject.put(Key, 'four', { Bucket });
      await subject.put(Key, 'five', { Bucket });
      const { Versions } = await subject.s3.send(new ListObjectVersionsCommand({ Bucket }));
      expect(Versions?.map(({ VersionId }) => VersionId)).toEqual(['null', ...ids.toReversed()]);
      const { DeleteMarker, VersionId } = await subject.s3.send(new DeleteObjectCommand({ Bucket, Key }));
      expect([DeleteMarker, VersionId]).toEqual([true, 'null']);
      expect(await subject.text(Key, { Bucket, VersionId: ids[0] })).toBe('one');
    },
  },
  {
    name: 'a copy reads the version that it names',
    run: async (subject) => {
      const { Bucket, Key, ids } = await threeVersions(subject);
      const CopySource = `${Bucket}/${Key}?versionId=${ids[0]}`;
      const copied = await subject.s3.send(new CopyObjectCommand({ Bucket, Key, CopySource }));
      expect(copied.CopySourceVersionId).toBe(ids[0]);
      expect(await subject.text(Key, { Bucket })).toBe('one');
    },
  },
];

function listOne(
  subject: Subject,
  Bucket: string,
  markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined },
) {
  return subject.s3.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 1, ...markers }));
}
