import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure } from './check.js';

const body = '0123456789';

/** Range, status, text, Content-Range. */
const table: readonly (readonly [string, number, string, string | undefined])[] = [
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=4-4', 206, '4', 'bytes 4-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=-20', 206, body, 'bytes 0-9/10'],
  ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
  ['bytes=0-1,4-5', 200, body, undefined],
  ['bytes=5-2', 200, body, undefined],
  ['lines=1-2', 200, body, undefined],
];

export const rangeChecks: readonly Check[] = [
  ...table.map(
    ([range, status, text, contentRange]) =>
      ({
        name: `Range: ${range} of 10 bytes answers ${status} "${text}"`,
        run: async (subject) => {
          const key = subject.key();
          await subject.put(key, body);
          const answer = await subject.s3.send(
            new GetObjectCommand({ Bucket: subject.bucket, Key: key, Range: range }),
          );
          expect(await answer.Body?.transformToString()).toBe(text);
          expect(answer.$metadata.httpStatusCode).toBe(status);
          expect(answer.ContentRange).toBe(contentRange);
          expect(answer.ContentLength).toBe(text.length);
        },
      }) satisfies Check,
  ),
  {
    name: 'a range behind the end is 416 InvalidRange, as is any of an empty object',
    run: async (subject) => {
      const Key = subject.key();
      await subject.put(Key, body);
      const get = (Range: string) =>
        subject.s3.send(new GetObjectCommand({ Bucket: subject.bucket, Key, Range }));
      expect(await failure(get('bytes=10-'))).toBe('416 InvalidRange');
      expect(await failure(get('bytes=-0'))).toBe('416 InvalidRange');
      await subject.put(Key, '');
      expect(await failure(get('bytes=0-'))).toBe('416 InvalidRange');
    },
  },
  {
    name: 'HEAD with a range answers the length of the range',
    run: async (subject) => {
      const Key = subject.key();
      await subject.put(Key, body);
      const head = await subject.s3.send(
        new HeadObjectCommand({ Bucket: subject.bucket, Key, Range: 'bytes=2-4' }),
      );
      expect([head.ContentLength, head.ContentRange]).toEqual([3, 'bytes 2-4/10']);
    },
  },
  {
    name: 'ranges of a large object meet at every seam',
    run: async (subject) => {
      const Key = subject.key();
      const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 31) % 251));
      await subject.put(Key, bytes);
      for (const [from, to] of [
        [0, 65_535],
        [65_535, 65_536],
        [262_143, 600_001],
        [1, 699_999],
      ] as const) {
        const { Body } = await subject.s3.send(
          new GetObjectCommand({ Bucket: subject.bucket, Key, Range: `bytes=${from}-${to}` }),
        );
        const part = Buffer.from((await Body?.transformToByteArray()) ?? []);
        expect(part.equals(bytes.subarray(from, to + 1))).toBe(true);
      }
    },
  },
];
