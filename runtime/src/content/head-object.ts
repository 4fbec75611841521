import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { StoreRefusedError, StoreUnavailableError } from '../errors/storage.js';
import { type Bucket, optionsOf } from '../store/object-store.js';
import { classifyFailure } from '../store/store-failure.js';

/** What S3 says of an object without its bytes. */
export interface ObjectHead {
  readonly key: string;
  readonly eTag: string;
  /** Present where a version was asked for. */
  readonly versionId?: string;
  /** Bytes. */
  readonly size: number;
  /** Its `Content-Type`. */
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * Asks for the head of an object, or of one of its versions; `undefined` where it is not there.
 *
 * @throws StoreUnavailableError, StoreRefusedError
 */
export async function headObject(
  bucket: Bucket,
  key: string,
  versionId?: string,
): Promise<ObjectHead | undefined> {
  try {
    const command = new HeadObjectCommand({ Bucket: bucket.name, Key: key, VersionId: versionId });
    const answer = await bucket.s3.send(command, optionsOf(bucket));
    return {
      key,
      eTag: answer.ETag ?? '',
      ...(versionId === undefined ? {} : { versionId }),
      size: answer.ContentLength ?? 0,
      type: answer.ContentType ?? '',
      metadata: answer.Metadata ?? {},
    };
  } catch (error) {
    const failure = classifyFailure(error);
    // An answer to HEAD has no body, and so no code.
    if (failure.kind === 'missing' || failure.status === 403 || failure.status === 404) return undefined;
    const location = { bucket: bucket.name, key };
    if (failure.kind === 'refused') throw new StoreRefusedError('HeadObject', location, failure.code, error);
    throw new StoreUnavailableError('HeadObject', location, error);
  }
}
