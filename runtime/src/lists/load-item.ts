import type { CompiledSchema, ItemDefinition, ListPlace } from '../contract/definition.js';
import type { ItemRange } from '../contract/event.js';
import { inputRead, itemsObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { S3DataPreconditionError } from '../errors/storage.js';
import { InputValidationError, type SchemaProblem } from '../errors/validation.js';
import { parseJson, parseJsonObject } from '../json/json-object.js';
import { checkOwner } from '../load/ownership.js';
import { problemsOf } from '../load/validate.js';
import type { Visit } from '../step/visit.js';
import { getObject, type StoredObject } from '../store/object-store.js';
import { listText, loadEntries, readCollected } from './collected-list.js';
import { rowRange } from './item-rows.js';
import { iterationNumber, iterationOf, readObjectKey } from './iteration.js';
import { nestItem } from './nest-item.js';

/** The item of an iteration, or the list of those that are worked on together. */
export interface LoadedItem {
  /** Its JSON text, as it stands in the list. */
  readonly bytes: Uint8Array;
  readonly value: unknown;
  /** How many bytes of the object that it lies in stand before it; of no use where several entries were put together. */
  readonly offset: number;
}

/** What was read, and the objects that it was read from, one of which is `undefined` where an iteration has failed. */
interface ReadItem {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly objects: readonly (StoredObject | undefined)[];
}

/**
 * Reads the item of a visit's iteration, and no other: its range of the list, or its entry of a list that a map has collected. Where
 * that lies is read before, unless the event says it.
 *
 * @throws S3DataPreconditionError, DocumentOwnedError, InputValidationError
 */
export async function loadItem(visit: Visit, key: string, item: ItemDefinition): Promise<LoadedItem> {
  const root = rootOf(item);
  const { bytes, offset, objects } = root.collected
    ? await readEntries(visit, item)
    : await readRange(visit, item, root);
  for (const object of objects) if (object) checkOwner(visit, object);
  const value = parseJson(bytes, { bucket: visit.bucket.name, key: objects[0]?.key ?? '' });
  const problems = root.schema ? problemsOfItem(root.schema, item, { value, objects }) : [];
  if (problems.length > 0) throw new InputValidationError(visit.step, key, problems);
  return { bytes, value, offset };
}

/** The list in the input, or in an output, that an item is a part of, however deep. */
function rootOf({ of }: ItemDefinition): ListPlace {
  return 'item' in of ? rootOf(of.item) : of;
}

async function readRange(visit: Visit, item: ItemDefinition, root: ListPlace): Promise<ReadItem> {
  const range = await rangeOf(visit, item);
  const key = root.key === inputRead ? visit.event.processData : readObjectKey(visit, root);
  const object = await getObject(visit.bucket, key, { range });
  if (object === undefined) throw new S3DataPreconditionError({ bucket: visit.bucket.name, key });
  // A range of several items stands as they stood in their list, commas between them.
  const bytes = item.batch === 1 ? object.bytes : wrapped(object.bytes);
  return { bytes, offset: range.start, objects: [object] };
}

/** Of an entry that is itself a list's part, only a range is read. */
async function readEntries(visit: Visit, item: ItemDefinition): Promise<ReadItem> {
  const range = await rangeOf(visit, item);
  const { of } = item;
  if ('item' in of) {
    const [entry] = (await readEntries(visit, of.item)).objects;
    const bytes = entry?.bytes.subarray(range.start, range.end) ?? new Uint8Array();
    return { bytes: item.batch === 1 ? bytes : wrapped(bytes), offset: range.start, objects: [entry] };
  }
  const key = readObjectKey(visit, of);
  const object = await getObject(visit.bucket, key);
  if (object === undefined) throw new S3DataPreconditionError({ bucket: visit.bucket.name, key });
  const objects = await loadEntries(visit.bucket, readCollected(visit.bucket, object), range);
  const bytes = item.batch === 1 ? (objects[0]?.bytes ?? Buffer.from('null')) : listText(objects);
  return { bytes, offset: 0, objects };
}

/** Which part of its list is the iteration's own. */
async function rangeOf(visit: Visit, { map, of }: ItemDefinition): Promise<ItemRange> {
  const told = visit.event.items?.[map];
  if (told !== undefined) return told;
  const { workflow, event, bucket } = visit;
  const listMap = 'item' in of ? of.item.map : of.map;
  const iteration = listMap === undefined ? undefined : iterationOf(visit, listMap);
  const key = itemsObjectKey(workflow, event.processData, { map, iteration });
  const object = await getObject(bucket, key, { range: rowRange(iterationNumber(iterationOf(visit, map))) });
  if (object === undefined) throw new S3DataPreconditionError({ bucket: bucket.name, key });
  checkOwner(visit, object);
  return parseJsonObject(object.bytes, { bucket: bucket.name, key }) as unknown as ItemRange;
}

/** What was written against the schema that this build knows is not checked again. */
function problemsOfItem(
  schema: CompiledSchema,
  item: ItemDefinition,
  { value, objects }: { readonly value: unknown; readonly objects: readonly (StoredObject | undefined)[] },
): readonly SchemaProblem[] {
  const isChecked = objects.every(
    (object) => object === undefined || object.metadata[metadataNames.schema] === schema.version,
  );
  if (isChecked) return [];
  const list = item.batch === 1 ? [value] : value;
  return nestItem(item, Array.isArray(list) ? list : []).flatMap(({ whole, place }) =>
    problemsOf(schema, whole)
      .filter(({ path }) => path.startsWith(place))
      .map((problem) => ({ ...problem, path: problem.path.slice(place.length) })),
  );
}

function wrapped(items: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('['), items, Buffer.from(']')]);
}
