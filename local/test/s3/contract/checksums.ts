import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { expect } from 'vitest';
import { type Check, failure, type Subject } from './check.js';

/** The published check values of the string "123456789", in base64. */
const known = {
  CRC32: 'y/Q5Jg==',
  CRC32C: '4waSgw==',
  CRC64NVME: 'rosUhgp5mIg=',
  SHA1: createHash('sha1').update('123456789').digest('base64'),
  SHA256: createHash('sha256').update('123456789').digest('base64'),
} as const;

const algorithms = Object.keys(known) as (keyof typeof known)[];

function wrong(value: string): string {
  const bytes = Buffer.from(value, 'base64');
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1);
  return bytes.toString('base64');
}

async function refused(subject: Subject, stated: Partial<PutObjectCommandInput>): Promise<string> {
  const Key = subject.key();
  const code = await failure(subject.put(Key, '123456789', stated));
  const head = subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key }));
  expect(await failure(head)).toBe('404 NotFound');
  return code;
}

function streamOf(bytes: Buffer, chunkSize: number): Readable {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) chunks.push(bytes.subarray(at, at + chunkSize));
  return Readable.from(chunks);
}

export const checksumChecks: readonly Check[] = [
  ...algorithms.map(
    (algorithm) =>
      ({
        name: `${algorithm}: the right one is kept and echoed, a wrong one is 400 BadDigest and stores nothing`,
        run: async (subject) => {
          const Key = subject.key();
          const field = `Checksum${algorithm}` as const;
          const put = await subject.put(Key, '123456789', { [field]: known[algorithm] });
          expect(put[field]).toBe(known[algorithm]);
          const head = await subject.s3.send(
            new HeadObjectCommand({ Bucket: subject.bucket, Key, ChecksumMode: 'ENABLED' }),
          );
          expect(head[field]).toBe(known[algorithm]);
          expect(await refused(subject, { [field]: wrong(known[algorithm]) })).toBe('400 BadDigest');
        },
      }) satisfies Check,
  ),
  {
    name: 'a checksum of the wrong length is 400 InvalidRequest',
    run: async (subject) => {
      expect(await refused(subject, { ChecksumCRC32: 'AAAA' })).toBe('400 InvalidRequest');
    },
  },
  {
    name: 'Content-MD5: the right one is taken, a wrong one is BadDigest, a malformed one InvalidDigest',
    run: async (subject) => {
      const right = createHash('md5').update('123456789').digest('base64');
      await subject.put(subject.key(), '123456789', { ContentMD5: right });
      expect(await refused(subject, { ContentMD5: wrong(right) })).toBe('400 BadDigest');
      expect(await refused(subject, { ContentMD5: 'AAAA' })).toBe('400 InvalidDigest');
    },
  },
  {
    name: 'a checksum is not told where it is not asked for',
    run: async (subject) => {
      const Key = subject.key();
      await subject.put(Key, '123456789', { ChecksumSHA256: known.SHA256 });
      const head = await subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key }));
      expect(head.ChecksumSHA256).toBeUndefined();
    },
  },
  ...algorithms
    .filter((algorithm) => algorithm !== 'CRC64NVME')
    .map(
      (algorithm) =>
        ({
          name: `a stream with a ${algorithm} trailer (aws-chunked) arrives without its framing`,
          run: async (subject) => {
            const Key = subject.key();
            const bytes = randomBytes(300_000);
            await subject.put(Key, streamOf(bytes, 70_000), {
              ContentLength: bytes.length,
              ChecksumAlgorithm: algorithm,
              ContentEncoding: 'gzip',
            });
            const answer = await subject.s3.send(
              new GetObjectCommand({ Bucket: subject.bucket, Key, ChecksumMode: 'ENABLED' }),
            );
            expect(answer.ContentEncoding).toBe('gzip');
            expect(answer[`Checksum${algorithm}`]).toMatch(/=$/);
            expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
          },
        }) satisfies Check,
    ),
  {
    name: 'a stream that is shorter than it said stores nothing',
    run: async (subject) => {
      const Key = subject.key();
      const body = streamOf(randomBytes(1000), 100);
      await expect(subject.put(Key, body, { ContentLength: 2000 })).rejects.toThrow();
      const head = subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key }));
      expect(await failure(head)).toBe('404 NotFound');
    },
  },
];
