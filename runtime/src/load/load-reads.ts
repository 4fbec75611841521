import type {
  CompiledSchema,
  ItemDefinition,
  ReadDefinition,
  StepDefinition,
} from '../contract/definition.js';
import { errorRead, inputRead } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { S3DataPreconditionError } from '../errors/storage.js';
import { InputValidationError, InvalidStepEventError } from '../errors/validation.js';
import { parseJson } from '../json/json-object.js';
import { isCollected } from '../lists/collected-list.js';
import { readObjectKey } from '../lists/iteration.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { stepErrorOf } from '../step/step-error.js';
import { type StepSupport, supportFor } from '../step/support.js';
import type { Visit } from '../step/visit.js';
import { getObject, type StoredObject } from '../store/object-store.js';
import { type InputDocument, loadInput } from './input-document.js';
import { checkOwner } from './ownership.js';
import { problemsOf } from './validate.js';

/** What a step has read. */
export interface LoadedReads {
  /** By key; an optional read that is not there is `undefined`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The outputs among the reads as they lie in S3, and the error. */
  readonly parts: readonly DocumentPart[];
  /** Present where `input` or `upload` is among the reads. */
  readonly input?: InputDocument;
}

interface LoadedRead {
  readonly key: string;
  readonly value: unknown;
  readonly part?: DocumentPart;
}

/** What is to be read. */
export interface ReadsToLoad extends Pick<StepDefinition, 'reads' | 'outputKeys'> {
  /** An output that was read before: it is not read again. */
  readonly inHand?: StoredObject | undefined;
}

/**
 * Reads what a step declares, all at once: one GET each, or one HEAD where it is a content.
 *
 * @throws S3DataPreconditionError where a read that is not optional is missing; InputValidationError where one breaks its schema.
 */
export async function loadReads(
  visit: Visit,
  { reads, outputKeys, inHand }: ReadsToLoad,
  support: StepSupport = {},
): Promise<LoadedReads> {
  let input: Promise<InputDocument> | undefined;
  const readDocument = () => (input ??= loadInput(visit, outputKeys));
  const loaded = await Promise.all(
    reads.map(async (read) => {
      if (read.key === inputRead) return readInput(visit, read, await readDocument());
      if (read.key === errorRead) return readError(visit, read);
      if (read.item !== undefined) return readItem(visit, read.key, read.item, support);
      if (read.content === 'upload') return readUpload(visit, read, await readDocument(), support);
      if (read.content === 'output') return readContent(visit, read, support);
      return readOutput(visit, read, { inHand, support });
    }),
  );
  return {
    values: Object.fromEntries(loaded.map((read) => [read.key, read.value])),
    parts: loaded.flatMap((read) => read.part ?? []),
    ...(input ? { input: await input } : {}),
  };
}

function readInput(visit: Visit, read: ReadDefinition, input: InputDocument): LoadedRead {
  checkRead(visit, read, input.value, input.metadata);
  return { key: read.key, value: input.value };
}

/** What was caught came with the event: it costs no request. */
function readError({ event }: Visit, { key, optional }: ReadDefinition): LoadedRead {
  if (!event.error) {
    if (optional) return { key, value: undefined };
    throw new InvalidStepEventError(key);
  }
  const value = stepErrorOf(event.error);
  return { key, value, part: { key, bytes: Buffer.from(JSON.stringify(value)) } };
}

async function readItem(
  visit: Visit,
  key: string,
  item: ItemDefinition,
  support: StepSupport,
): Promise<LoadedRead> {
  const { value, bytes } = await supportFor(visit.step, support, 'listReads').loadItem(visit, key, item);
  return { key, value, part: { key, bytes } };
}

async function readUpload(
  visit: Visit,
  { key, optional }: ReadDefinition,
  input: InputDocument,
  support: StepSupport,
): Promise<LoadedRead> {
  const value = await supportFor(visit.step, support, 'contentReads').loadUpload(visit, input);
  if (value !== undefined || optional) return { key, value };
  const upload = Object(input.value[key]);
  throw new S3DataPreconditionError({ bucket: visit.bucket.name, key: String(upload.key) });
}

async function readContent(visit: Visit, read: ReadDefinition, support: StepSupport): Promise<LoadedRead> {
  const found = await supportFor(visit.step, support, 'contentReads').load(visit, read);
  if (found !== undefined) return { key: read.key, ...found };
  return missingOutput(visit, read);
}

function missingOutput(visit: Visit, read: ReadDefinition): LoadedRead {
  if (read.optional) return { key: read.key, value: undefined };
  throw new S3DataPreconditionError({ bucket: visit.bucket.name, key: readObjectKey(visit, read) });
}

async function readOutput(
  visit: Visit,
  read: ReadDefinition,
  { inHand, support }: { readonly inHand: StoredObject | undefined; readonly support: StepSupport },
): Promise<LoadedRead> {
  const location = { bucket: visit.bucket.name, key: readObjectKey(visit, read) };
  const object = inHand?.key === location.key ? inHand : await getObject(visit.bucket, location.key);
  if (object === undefined) return missingOutput(visit, read);
  checkOwner(visit, object);
  if (isCollected(object)) return readList(visit, read, { object, support });
  const value = parseJson(object.bytes, location);
  checkRead(visit, read, value, object.metadata);
  return { key: read.key, value, part: { key: read.key, bytes: object.bytes } };
}

/** What a map has collected: each entry is an object of its own. */
async function readList(
  visit: Visit,
  read: ReadDefinition,
  { object, support }: { readonly object: StoredObject; readonly support: StepSupport },
): Promise<LoadedRead> {
  const reads = supportFor(visit.step, support, 'listReads');
  const { entries, bytes } = await reads.loadCollected(visit, object);
  const value = entries.map((entry) => {
    if (entry === undefined) return null;
    checkOwner(visit, entry);
    const item = parseJson(entry.bytes, { bucket: visit.bucket.name, key: entry.key });
    checkRead(visit, read, item, entry.metadata);
    return item;
  });
  return { key: read.key, value, part: { key: read.key, bytes } };
}

/** What was written against the very schema that this build knows is not checked again. */
function checkRead(
  visit: Visit,
  { key, schema }: ReadDefinition,
  value: unknown,
  metadata: Readonly<Record<string, string>>,
): void {
  if (schema === undefined || isChecked(schema, metadata)) return;
  const problems = problemsOf(schema, value);
  if (problems.length > 0) throw new InputValidationError(visit.step, key, problems);
}

function isChecked(schema: CompiledSchema, metadata: Readonly<Record<string, string>>): boolean {
  return metadata[metadataNames.schema] === schema.version;
}
