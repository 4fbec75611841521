import { setTimeout as pause } from 'node:timers/promises';
import { type ObjectLocation, StoreUnavailableError } from '../errors/storage.js';
import {
  type Bucket,
  backOff,
  getObject,
  type ObjectWrite,
  putObject,
  type StoredObject,
  type WriteResult,
} from './object-store.js';

/** How a write that happens once ended: it was made, or somebody else's was found. */
export type Creation<Found = StoredObject> =
  | { readonly kind: 'created'; readonly eTag: string; readonly serverSideEncryption?: string }
  | {
      readonly kind: 'found';
      readonly object: Found;
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
export function writeOnce(bucket: Bucket, write: ObjectWrite): Promise<Creation> {
  return writeOrFind({
    operation: 'PutObject',
    location: { bucket: bucket.name, key: write.key },
    condition: write.condition,
    write: () => putObject(bucket, write),
    find: () => getObject(bucket, write.key),
  });
}

/** A way to write an object, and to look for what lies there instead. */
export interface ConditionalWrite<Found> {
  /** Of S3, for errors. */
  readonly operation: string;
  readonly location: ObjectLocation;
  readonly condition: ObjectWrite['condition'];
  write(): Promise<WriteResult>;
  find(): Promise<Found | undefined>;
}

/** As `writeOnce`, whatever the request is. */
export async function writeOrFind<Found extends { readonly eTag: string }>({
  operation,
  location,
  condition,
  write,
  find,
}: ConditionalWrite<Found>): Promise<Creation<Found>> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await write();
    if (result.kind === 'written') return { ...result, kind: 'created' };
    const object = await find();
    if (object && !stillHolds(condition, object)) {
      return { kind: 'found', object, mayBeOwn: result.kind === 'unknown' || result.requests > 1 };
    }
    // Refused, and yet nothing new there: another writer was under way (409) and may have failed.
    if (result.kind === 'unknown' || attempt === writeAttempts) {
      const cause = result.kind === 'unknown' ? result.cause : undefined;
      throw new StoreUnavailableError(operation, location, cause);
    }
    await pause(backOff(attempt));
  }
}

function stillHolds(condition: ObjectWrite['condition'], { eTag }: { readonly eTag: string }): boolean {
  return 'ifMatch' in condition && condition.ifMatch === eTag;
}
