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

/** How a write that happens once ended: it was made, or somebody else's was found. */
export type Creation =
  | { readonly kind: 'created'; readonly eTag: string; readonly serverSideEncryption?: string }
  | {
      readonly kind: 'found';
      readonly object: StoredObject;
      /** A request of this very call went without an answer, so that the object may be its own. */
      readonly mayBeOwn: boolean;
    };

const writeAttempts = 5;

/** As `writeOnce`, of an object that is not there yet. */
export function createObject(bucket: Bucket, write: Omit<ObjectWrite, 'condition'>): Promise<Creation> {
  return writeOnce(bucket, { ...write, condition: { ifNoneMatch: '*' } });
}

/**
 * Writes an object while its condition holds, or finds what somebody else wrote since. Whose that is, the caller judges.
 * A write without an answer may have arrived: it is looked for, and may still arrive later, which the next attempt finds.
 *
 * @throws StoreUnavailableError, StoreRefusedError
 */
export async function writeOnce(bucket: Bucket, write: ObjectWrite): Promise<Creation> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await putObject(bucket, write);
    if (result.kind === 'written') return { ...result, kind: 'created' };
    const object = await getObject(bucket, write.key);
    if (object && !stillHolds(write, object)) {
      return { kind: 'found', object, mayBeOwn: result.kind === 'unknown' || result.requests > 1 };
    }
    // Refused, and yet nothing new there: another writer was under way (409) and may have failed.
    if (result.kind === 'unknown' || attempt === writeAttempts) {
      const cause = result.kind === 'unknown' ? result.cause : undefined;
      throw new StoreUnavailableError('PutObject', { bucket: bucket.name, key: write.key }, cause);
    }
    await pause(backOff(attempt));
  }
}

function stillHolds({ condition }: ObjectWrite, { eTag }: StoredObject): boolean {
  return 'ifMatch' in condition && condition.ifMatch === eTag;
}
