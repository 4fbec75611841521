import { metadataNames } from '../contract/metadata.js';
import { S3DataPreconditionError } from '../errors/storage.js';
import { parseJsonObject } from '../json/json-object.js';
import { type Bucket, getObject, type StoredObject } from '../store/object-store.js';
import { iterationName } from './iteration.js';

/** What lies under the key of a map's output: where the entries are, each an object of its own. */
export interface CollectedList {
  /** What their keys begin with; the number of the iteration follows. */
  readonly entries: string;
  readonly count: number;
  /** Of all entries together. */
  readonly bytes: number;
  /** Numbers of the iterations that have written none: they have failed, which the map tolerates. */
  readonly missing: readonly number[];
}

/** How many entries are read at once. */
const atOnce = 32;
const comma = Buffer.from(',');

/** Whether an object stands for a list that a map has collected. */
export function isCollected({ metadata }: Pick<StoredObject, 'metadata'>): boolean {
  return metadata[metadataNames.collected] !== undefined;
}

/** @throws DocumentFormatError */
export function readCollected(bucket: Bucket, { bytes, key }: StoredObject): CollectedList {
  // Nobody but the runtime marks an object so.
  return parseJsonObject(bytes, { bucket: bucket.name, key }) as unknown as CollectedList;
}

/** The length of the list's JSON text. */
export function lengthOf({ count, bytes, missing }: CollectedList): number {
  return bytes + missing.length * 'null'.length + Math.max(0, count - 1) + '[]'.length;
}

/**
 * Reads entries of a list, in their order; `undefined` where an iteration has failed. An entry that is itself a list which a map has
 * collected comes with that list's text.
 *
 * @throws S3DataPreconditionError, StoreUnavailableError, StoreRefusedError
 */
export async function loadEntries(
  bucket: Bucket,
  list: CollectedList,
  range: Range = { start: 0, end: list.count },
): Promise<readonly (StoredObject | undefined)[]> {
  return readEach(bucket, { ...list, ...range }, async (object) =>
    isCollected(object) ? { ...object, bytes: await textOf(bucket, object) } : object,
  );
}

/** The length of the JSON text of all entries of a list that are lists which a map has collected. */
export async function lengthOfLists(
  bucket: Bucket,
  list: Pick<CollectedList, 'entries' | 'count' | 'missing'>,
): Promise<number> {
  const lengths = await readEach(bucket, { ...list, start: 0, end: list.count }, async (object) =>
    lengthOf(readCollected(bucket, object)),
  );
  return lengths.reduce<number>((sum, length = 0) => sum + length, 0);
}

/** Which entries of a list: from one to before another. */
interface Range {
  readonly start: number;
  readonly end: number;
}

async function readEach<Result>(
  bucket: Bucket,
  { entries, missing, start, end }: Pick<CollectedList, 'entries' | 'missing'> & Range,
  take: (object: StoredObject) => Promise<Result>,
): Promise<readonly (Result | undefined)[]> {
  const failed = new Set(missing);
  const results: (Result | undefined)[] = Array.from({ length: end - start }, () => undefined);
  let next = start;
  const work = async (): Promise<void> => {
    while (next < end) {
      const number = next;
      next += 1;
      if (failed.has(number)) continue;
      const key = `${entries}${iterationName(number)}`;
      const object = await getObject(bucket, key);
      if (object === undefined) throw new S3DataPreconditionError({ bucket: bucket.name, key });
      results[number - start] = await take(object);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, end - start) }, work));
  return results;
}

/** Entries as the JSON text of a list; null stands for one that is not there. */
export function listText(entries: readonly (StoredObject | undefined)[]): Uint8Array {
  const pieces = entries.flatMap((entry, index) => [
    ...(index === 0 ? [] : [comma]),
    entry?.bytes ?? Buffer.from('null'),
  ]);
  return Buffer.concat([Buffer.from('['), ...pieces, Buffer.from(']')]);
}

/** The JSON text that an object stands for: its own, or that of the list that a map has collected. */
export async function textOf(bucket: Bucket, object: StoredObject): Promise<Uint8Array> {
  if (!isCollected(object)) return object.bytes;
  return listText(await loadEntries(bucket, readCollected(bucket, object)));
}
