import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { StoreUnavailableError } from '../errors/storage.js';
import type { Bucket } from '../store/object-store.js';

/** An object by its key without what was asked for, and its size in bytes. */
export interface ListedName {
  readonly name: string;
  readonly size: number;
}

/**
 * Lists what lies below a prefix, in the order of the keys' characters: 1,000 a request.
 *
 * @throws StoreUnavailableError
 */
export async function listNames(bucket: Bucket, prefix: string): Promise<readonly ListedName[]> {
  const names: ListedName[] = [];
  const options = bucket.signal ? { abortSignal: bucket.signal } : {};
  let token: string | undefined;
  do {
    const request = { Bucket: bucket.name, Prefix: prefix, ContinuationToken: token };
    const page = await bucket.s3.send(new ListObjectsV2Command(request), options).catch((error: unknown) => {
      throw new StoreUnavailableError('ListObjectsV2', { bucket: bucket.name, key: prefix }, error);
    });
    for (const { Key = '', Size = 0 } of page.Contents ?? []) {
      names.push({ name: Key.slice(prefix.length), size: Size });
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return names;
}
