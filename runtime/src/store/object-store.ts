import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type ObjectLocation, StoreRefusedError, StoreUnavailableError } from '../errors/storage.js';
import { withoutByteOrderMark } from '../json/byte-order-mark.js';
import { classifyFailure } from './store-failure.js';

/** A bucket, the client that speaks to it, and how each write to it is encrypted. */
export interface Bucket {
  readonly s3: S3Client;
  readonly name: string;
  /** `AES256`, `aws:kms` or the ARN of a KMS key. */
  readonly encryption: string;
  /** Ends requests under way, and all that would follow. */
  readonly signal?: AbortSignal;
}

/** An object as it was read, without the mark that some editors put before UTF-8 text: it must not come into a document's middle. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** How many bytes of the object stand before `bytes`. */
  readonly offset: number;
  readonly eTag: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Bytes that were left where they are, since they are more than was asked for; then `bytes` is empty. */
  readonly unread?: number;
}

/** What of an object is read. */
export interface ReadOptions {
  /** Bytes, `end` excluded. Default: all. */
  readonly range?: { readonly start: number; readonly end: number };
  /** An object of more bytes is not read. Default: no limit. */
  readonly mostBytes?: number;
}

/** An object to be written, and the condition under which. */
export interface ObjectWrite {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly metadata: Readonly<Record<string, string>>;
  /** Default: application/json. */
  readonly contentType?: string;
  readonly condition: { readonly ifNoneMatch: '*' } | { readonly ifMatch: string };
}

/**
 * How a conditional write ended. `refused`: the condition does not hold, or another writer was first.
 * `unknown`: no answer; the bytes may be there, or may still arrive.
 */
export type WriteResult =
  | { readonly kind: 'written'; readonly eTag: string; readonly serverSideEncryption?: string }
  | { readonly kind: 'refused'; readonly requests: number }
  | { readonly kind: 'unknown'; readonly cause: unknown };

const readAttempts = 3;

/**
 * Reads an object whole, or a part of it; `undefined` where it is not there.
 *
 * @throws StoreUnavailableError, StoreRefusedError
 */
export async function getObject(
  bucket: Bucket,
  key: string,
  { range, mostBytes = Number.POSITIVE_INFINITY }: ReadOptions = {},
): Promise<StoredObject | undefined> {
  const part = range ? { Range: `bytes=${range.start}-${range.end - 1}` } : {};
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await bucket.s3.send(
        new GetObjectCommand({ Bucket: bucket.name, Key: key, ...part }),
        optionsOf(bucket),
      );
      const { ContentLength: size = 0 } = answer;
      if (size > mostBytes) (answer.Body as Partial<Readable> | undefined)?.destroy?.();
      const read =
        (size > mostBytes ? undefined : await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      const bytes = range ? read : withoutByteOrderMark(read);
      return {
        key,
        bytes,
        offset: range ? range.start : read.length - bytes.length,
        eTag: answer.ETag ?? '',
        metadata: answer.Metadata ?? {},
        ...(size > mostBytes ? { unread: size } : {}),
      };
    } catch (error) {
      const failure = classifyFailure(error);
      const location = { bucket: bucket.name, key };
      if (failure.kind === 'missing') return undefined;
      if (failure.kind === 'refused') throw new StoreRefusedError('GetObject', location, failure.code, error);
      // The SDK repeats requests, but not a body that broke off after its head had come.
      const again = failure.brokenOff && attempt < readAttempts && !bucket.signal?.aborted;
      if (!again) throw new StoreUnavailableError('GetObject', location, error);
      await pause(backOff(attempt));
    }
  }
}

/**
 * Writes an object under a condition. Never throws for an answer that says who was first, or for no answer.
 *
 * @throws StoreRefusedError where S3 will never take this write.
 */
export async function putObject(bucket: Bucket, write: ObjectWrite): Promise<WriteResult> {
  try {
    const answer = await bucket.s3.send(
      new PutObjectCommand({
        Bucket: bucket.name,
        Key: write.key,
        Body: write.bytes,
        ContentType: write.contentType ?? 'application/json',
        Metadata: { ...write.metadata },
        ...conditionOf(write.condition),
        ...encryptionOf(bucket.encryption),
      }),
      optionsOf(bucket),
    );
    const encryption = answer.ServerSideEncryption;
    return {
      kind: 'written',
      eTag: answer.ETag ?? '',
      ...(encryption ? { serverSideEncryption: encryption } : {}),
    };
  } catch (error) {
    return writeFailure('PutObject', { bucket: bucket.name, key: write.key }, error);
  }
}

/**
 * What a conditional write came to that did not succeed.
 *
 * @throws StoreRefusedError where S3 will never take this write.
 */
export function writeFailure(operation: string, location: ObjectLocation, error: unknown): WriteResult {
  const failure = classifyFailure(error);
  if (failure.kind === 'unavailable') return { kind: 'unknown', cause: error };
  // If-Match on a key that is gone answers 404: the condition does not hold either.
  if (failure.kind === 'condition' || failure.code === 'NoSuchKey')
    return { kind: 'refused', requests: failure.requests };
  throw new StoreRefusedError(operation, location, failure.code, error);
}

/** Milliseconds to wait before attempt n + 1: exponential with full jitter. */
export function backOff(attempt: number): number {
  return Math.random() * 50 * 2 ** attempt;
}

/** What each request is sent with: the signal that ends it. */
export function optionsOf({ signal }: Bucket) {
  return signal ? { abortSignal: signal } : {};
}

/** A write's condition as S3 takes it. */
export function conditionOf(condition: ObjectWrite['condition']) {
  return 'ifMatch' in condition ? { IfMatch: condition.ifMatch } : ({ IfNoneMatch: '*' } as const);
}

/** How a write is to be encrypted, as S3 takes it. */
export function encryptionOf(encryption: string) {
  if (encryption === 'AES256') return { ServerSideEncryption: 'AES256' } as const;
  if (encryption === 'aws:kms') return { ServerSideEncryption: 'aws:kms' } as const;
  return { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: encryption } as const;
}
