import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandInput,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { expect } from 'vitest';
import { type Check, failure, type Subject } from './check.js';

const partSize = 5 * 1024 * 1024;
const first = randomBytes(partSize);
const second = randomBytes(1000);

/** A multipart upload under way. */
class Transfer {
  readonly parts: { PartNumber: number; ETag: string | undefined; ChecksumCRC32?: string | undefined }[] = [];
  readonly target: { readonly Bucket: string; readonly Key: string; readonly UploadId: string };
  readonly #subject: Subject;

  constructor(subject: Subject, Key: string, UploadId: string) {
    this.#subject = subject;
    this.target = { Bucket: subject.bucket, Key, UploadId };
  }

  static async begin(
    subject: Subject,
    more: Partial<CreateMultipartUploadCommandInput> = {},
  ): Promise<Transfer> {
    const Key = subject.key();
    const start = new CreateMultipartUploadCommand({ Bucket: subject.bucket, Key, ...more });
    const { UploadId = '' } = await subject.s3.send(start);
    return new Transfer(subject, Key, UploadId);
  }

  async part(PartNumber: number, Body: Buffer): Promise<void> {
    const command = new UploadPartCommand({ ...this.target, PartNumber, Body });
    const { ETag, ChecksumCRC32 } = await this.#subject.s3.send(command);
    this.parts.push({ PartNumber, ETag, ChecksumCRC32 });
  }

  complete(more: Partial<CompleteMultipartUploadCommandInput> = {}) {
    const MultipartUpload = { Parts: this.parts };
    return this.#subject.s3.send(
      new CompleteMultipartUploadCommand({ ...this.target, MultipartUpload, ...more }),
    );
  }
}

async function twoParts(
  subject: Subject,
  more: Partial<CreateMultipartUploadCommandInput> = {},
): Promise<Transfer> {
  const transfer = await Transfer.begin(subject, more);
  await transfer.part(2, second);
  await transfer.part(1, first);
  transfer.parts.reverse();
  return transfer;
}

function md5(...chunks: readonly Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(chunks)).digest();
}

async function bytesOf(subject: Subject, Key: string, more: object = {}): Promise<Buffer> {
  const { Body } = await subject.s3.send(new GetObjectCommand({ Bucket: subject.bucket, Key, ...more }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

export const multipartChecks: readonly Check[] = [
  {
    name: 'parts sent in any order become one object, with metadata and an ETag of the parts',
    run: async (subject) => {
      const transfer = await twoParts(subject, { ContentType: 'text/plain', Metadata: { a: 'b' } });
      const { Key } = transfer.target;
      const { ETag } = await transfer.complete();
      expect(ETag).toBe(`"${md5(md5(first), md5(second)).toString('hex')}-2"`);
      const head = await subject.s3.send(new HeadObjectCommand({ Bucket: subject.bucket, Key }));
      expect(head).toMatchObject({
        ContentLength: partSize + 1000,
        ContentType: 'text/plain',
        Metadata: { a: 'b' },
        ETag,
      });
      expect((await bytesOf(subject, Key)).equals(Buffer.concat([first, second]))).toBe(true);
    },
  },
  {
    name: 'a range may cross the seam of two parts, and a part is read by its number',
    run: async (subject) => {
      const transfer = await twoParts(subject);
      await transfer.complete();
      const { Key } = transfer.target;
      const seam = await bytesOf(subject, Key, { Range: `bytes=${partSize - 5}-${partSize + 4}` });
      expect(seam.equals(Buffer.concat([first.subarray(-5), second.subarray(0, 5)]))).toBe(true);
      const target = { Bucket: subject.bucket, Key, PartNumber: 2 };
      const part = await subject.s3.send(new GetObjectCommand(target));
      expect(Buffer.from((await part.Body?.transformToByteArray()) ?? []).equals(second)).toBe(true);
      expect([part.PartsCount, part.$metadata.httpStatusCode]).toEqual([2, 206]);
    },
  },
  {
    name: 'uploads and parts are listed until the upload ends',
    run: async (subject) => {
      const transfer = await twoParts(subject);
      const { Bucket, Key, UploadId } = transfer.target;
      const uploads = async () =>
        (await subject.s3.send(new ListMultipartUploadsCommand({ Bucket, Prefix: Key }))).Uploads ?? [];
      expect((await uploads()).map((upload) => upload.UploadId)).toEqual([UploadId]);
      const { Parts } = await subject.s3.send(new ListPartsCommand(transfer.target));
      expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
        [1, partSize],
        [2, 1000],
      ]);
      await transfer.complete();
      expect(await uploads()).toEqual([]);
    },
  },
  {
    name: 'nothing is under the key before the upload is complete',
    run: async (subject) => {
      const transfer = await twoParts(subject);
      const { Bucket, Key } = transfer.target;
      expect(await failure(subject.s3.send(new HeadObjectCommand({ Bucket, Key })))).toBe('404 NotFound');
      await subject.s3.send(new AbortMultipartUploadCommand(transfer.target));
    },
  },
  {
    name: 'an aborted upload is 404 NoSuchUpload for whatever follows',
    run: async (subject) => {
      const transfer = await twoParts(subject);
      await subject.s3.send(new AbortMultipartUploadCommand(transfer.target));
      expect(await failure(transfer.complete())).toBe('404 NoSuchUpload');
      expect(await failure(transfer.part(3, second))).toBe('404 NoSuchUpload');
      expect(await failure(subject.s3.send(new ListPartsCommand(transfer.target)))).toBe('404 NoSuchUpload');
    },
  },
  {
    name: 'a part sent again replaces the first',
    run: async (subject) => {
      const transfer = await Transfer.begin(subject);
      await transfer.part(1, first);
      transfer.parts.pop();
      await transfer.part(1, second);
      await transfer.complete();
      expect((await bytesOf(subject, transfer.target.Key)).equals(second)).toBe(true);
    },
  },
  {
    name: 'a part below 5 MiB that is not the last is 400 EntityTooSmall',
    run: async (subject) => {
      const transfer = await Transfer.begin(subject);
      await transfer.part(1, second);
      await transfer.part(2, second);
      expect(await failure(transfer.complete())).toBe('400 EntityTooSmall');
      await subject.s3.send(new AbortMultipartUploadCommand(transfer.target));
    },
  },
  {
    name: 'parts out of order are InvalidPartOrder, unknown ones InvalidPart',
    run: async (subject) => {
      const transfer = await twoParts(subject);
      const Parts = transfer.parts;
      const wrongOrder = { Parts: Parts.toReversed() };
      expect(await failure(transfer.complete({ MultipartUpload: wrongOrder }))).toBe('400 InvalidPartOrder');
      const unknown = { Parts: [...Parts, { PartNumber: 3, ETag: '"x"' }] };
      expect(await failure(transfer.complete({ MultipartUpload: unknown }))).toBe('400 InvalidPart');
      const otherTag = { Parts: [{ ...Parts[0], ETag: Parts[1]?.ETag }, Parts[1] ?? {}] };
      expect(await failure(transfer.complete({ MultipartUpload: otherTag }))).toBe('400 InvalidPart');
      await subject.s3.send(new AbortMultipartUploadCommand(transfer.target));
    },
  },
  {
    name: 'If-None-Match * and If-Match hold when the upload is completed',
    run: async (subject) => {
      const transfer = await Transfer.begin(subject);
      await transfer.part(1, second);
      const { Key } = transfer.target;
      const { ETag } = await subject.put(Key, 'in between');
      expect(await failure(transfer.complete({ IfNoneMatch: '*' }))).toBe('412 PreconditionFailed');
      expect(await failure(transfer.complete({ IfMatch: '"stale"' }))).toBe('412 PreconditionFailed');
      expect(await subject.text(Key)).toBe('in between');
      await transfer.complete({ IfMatch: ETag });
      expect((await bytesOf(subject, Key)).equals(second)).toBe(true);
    },
  },
  {
    name: 'a composite checksum is that of the parts, a full one that of the bytes',
    run: async (subject) => {
      const composite = await twoParts(subject, { ChecksumAlgorithm: 'CRC32' });
      expect((await composite.complete()).ChecksumCRC32).toMatch(/^.{6}==-2$/);
      const full = await twoParts(subject, { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' });
      const { ChecksumCRC32 } = await full.complete();
      const whole = await subject.put(subject.key(), Buffer.concat([first, second]));
      expect(ChecksumCRC32).toBe(whole.ChecksumCRC32);
    },
  },
  {
    name: 'a part may be a range of another object',
    run: async (subject) => {
      const source = subject.key();
      await subject.put(source, first);
      const transfer = await Transfer.begin(subject);
      const copied = await subject.s3.send(
        new UploadPartCopyCommand({
          ...transfer.target,
          PartNumber: 1,
          CopySource: `${subject.bucket}/${source}`,
          CopySourceRange: 'bytes=10-19',
        }),
      );
      transfer.parts.push({ PartNumber: 1, ETag: copied.CopyPartResult?.ETag });
      await transfer.complete();
      expect((await bytesOf(subject, transfer.target.Key)).equals(first.subarray(10, 20))).toBe(true);
    },
  },
  {
    name: 'a copy of a multipart object has the MD5 of its bytes as ETag',
    run: async (subject) => {
      const transfer = await twoParts(subject);
      await transfer.complete();
      const CopySource = `${subject.bucket}/${transfer.target.Key}`;
      const command = new CopyObjectCommand({ Bucket: subject.bucket, Key: subject.key(), CopySource });
      const { CopyObjectResult } = await subject.s3.send(command);
      expect(CopyObjectResult?.ETag).toBe(`"${md5(first, second).toString('hex')}"`);
    },
  },
  {
    name: "the SDK's managed upload sends a stream of unknown length in parts",
    run: async (subject) => {
      const Key = subject.key();
      const Body = Readable.from([first, second, first, second]);
      const params = { Bucket: subject.bucket, Key, Body };
      await new Upload({ client: subject.s3, partSize, queueSize: 4, params }).done();
      expect((await bytesOf(subject, Key)).equals(Buffer.concat([first, second, first, second]))).toBe(true);
    },
  },
];
