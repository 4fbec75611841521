import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { StoreRefusedError, StoreUnavailableError } from '../errors/storage.js';
import {
  type Bucket,
  conditionOf,
  encryptionOf,
  type ObjectWrite,
  optionsOf,
  type WriteResult,
  writeFailure,
} from '../store/object-store.js';
import { classifyFailure } from '../store/store-failure.js';

/** An upload in parts that has begun, and ends by being completed or aborted. */
export interface MultipartUpload {
  readonly bucket: Bucket;
  readonly key: string;
  readonly id: string;
}

/** How many parts are under way at once, each in memory. */
const concurrency = 3;

/** @throws StoreUnavailableError, StoreRefusedError */
export async function beginUpload(
  bucket: Bucket,
  { key, metadata, contentType }: Pick<ObjectWrite, 'key' | 'metadata' | 'contentType'>,
): Promise<MultipartUpload> {
  const command = new CreateMultipartUploadCommand({
    Bucket: bucket.name,
    Key: key,
    ContentType: contentType,
    Metadata: { ...metadata },
    ...encryptionOf(bucket.encryption),
  });
  const { UploadId: id } = await bucket.s3
    .send(command, optionsOf(bucket))
    .catch((error: unknown) => fail('CreateMultipartUpload', { bucket, key }, error));
  if (id !== undefined) return { bucket, key, id };
  throw new StoreUnavailableError('CreateMultipartUpload', { bucket: bucket.name, key });
}

/**
 * Sends the parts as they come, a few at once. The first thing that goes wrong stops the rest: a part that S3 does not take, an
 * error of whoever gives the parts, or `stop`, which the bucket's own signal and a failed part fire.
 *
 * @throws that first error; by then nothing is under way any more.
 */
export async function sendParts(
  upload: MultipartUpload,
  parts: AsyncIterable<Uint8Array>,
  stop: AbortController,
): Promise<readonly CompletedPart[]> {
  const done: CompletedPart[] = [];
  const running = new Set<Promise<void>>();
  try {
    let number = 0;
    for await (const bytes of parts) {
      number += 1;
      const sent = sendPart(upload, { number, bytes }, stop.signal)
        .then((part) => void done.push(part))
        .finally(() => running.delete(sent));
      sent.catch((error: unknown) => stop.abort(error));
      running.add(sent);
      if (running.size === concurrency) await Promise.race(running);
    }
    await Promise.all(running);
  } catch (error) {
    stop.abort(error);
    await Promise.allSettled(running);
    throw stop.signal.reason;
  }
  return done.sort((one, other) => (one.PartNumber ?? 0) - (other.PartNumber ?? 0));
}

async function sendPart(
  { bucket, key, id }: MultipartUpload,
  { number, bytes }: { readonly number: number; readonly bytes: Uint8Array },
  signal: AbortSignal,
): Promise<CompletedPart> {
  const command = new UploadPartCommand({
    Bucket: bucket.name,
    Key: key,
    UploadId: id,
    PartNumber: number,
    Body: bytes,
  });
  const { ETag, ChecksumCRC32 } = await bucket.s3
    .send(command, { abortSignal: signal })
    .catch((error: unknown) => fail('UploadPart', { bucket, key }, error));
  // The SDK sums up each part, and S3 wants to see the sums again at the end.
  return { PartNumber: number, ETag, ...(ChecksumCRC32 ? { ChecksumCRC32 } : {}) };
}

/** Makes the object of the parts, under a condition. As `putObject`: never throws for who was first, or for no answer. */
export async function completeUpload(
  { bucket, key, id }: MultipartUpload,
  parts: readonly CompletedPart[],
  condition: ObjectWrite['condition'],
): Promise<WriteResult> {
  const command = new CompleteMultipartUploadCommand({
    Bucket: bucket.name,
    Key: key,
    UploadId: id,
    MultipartUpload: { Parts: [...parts] },
    ...conditionOf(condition),
  });
  try {
    const answer = await bucket.s3.send(command, optionsOf(bucket));
    return { kind: 'written', eTag: answer.ETag ?? '' };
  } catch (error) {
    // The upload is gone: a request before this one completed it, and its answer was lost.
    if (classifyFailure(error).code === 'NoSuchUpload') return { kind: 'unknown', cause: error };
    return writeFailure('CompleteMultipartUpload', { bucket: bucket.name, key }, error);
  }
}

/**
 * Gives the parts up, so that nobody pays for them. Also after the time for requests is over, and without complaint: what made it
 * necessary counts, and the bucket's lifecycle rule clears up what is left.
 */
export async function abortUpload({ bucket, key, id }: MultipartUpload): Promise<void> {
  const command = new AbortMultipartUploadCommand({ Bucket: bucket.name, Key: key, UploadId: id });
  await bucket.s3.send(command).catch(() => undefined);
}

function fail(
  operation: string,
  { bucket, key }: Pick<MultipartUpload, 'bucket' | 'key'>,
  error: unknown,
): never {
  const { kind, code } = classifyFailure(error);
  const location = { bucket: bucket.name, key };
  if (kind === 'unavailable' || kind === 'condition')
    throw new StoreUnavailableError(operation, location, error);
  throw new StoreRefusedError(operation, location, code, error);
}
