import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailableError } from '../errors/storage.js';
import {
  type Bucket,
  backOff,
  getObject,
  type ObjectWrite,
  putObject,
  type StoredObject,
} from './object-store.js';

/** How the creation of an object ended: it was written, or one was there. */
export type Creation =
  | { readonly kind: 'created'; readonly eTag: string; readonly serverSideEncryption?: string }
  | {
      readonly kind: 'found';
      readonly object: StoredObject;
      /** A request of this very call went without an answer, so that the object may be its own. */
      readonly mayBeOwn: boolean;
    };

const writeAttempts = 5;

/**
 * Writes an object that is not there yet, or finds the one that is. Whose it is, the caller judges.
 * A write without an answer may have arrived: it is looked for, and may still arrive later, which the next attempt finds.
 *
 * @throws StoreUnavailableError, StoreRefusedError
 */
export async function createObject(bucket: Bucket, write: Omit<ObjectWrite, 'condition'>): Promise<Creation> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await putObject(bucket, { ...write, condition: { ifNoneMatch: '*' } });
    if (result.kind === 'written') return { ...result, kind: 'created' };
    const object = await getObject(bucket, write.key);
    if (object) return { kind: 'found', object, mayBeOwn: result.kind === 'unknown' || result.requests > 1 };
    // Refused, and yet nothing there: another writer was under way (409) and may have failed.
    if (result.kind === 'unknown' || attempt === writeAttempts) {
      const cause = result.kind === 'unknown' ? result.cause : undefined;
      throw new StoreUnavailableError('PutObject', { bucket: bucket.name, key: write.key }, cause);
    }
    await pause(backOff(attempt));
  }
}
