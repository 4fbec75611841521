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
import { isCollected, listText, loadEntries, readCollected } from '../lists/collected-list.js';
import { readObjectKey } from '../lists/iteration.js';
import { loadItem } from '../lists/load-item.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { stepErrorOf } from '../step/step-error.js';
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

/** How contents are read. No part of every function: see `content-reads.ts`. */
export interface ContentReads {
  /** Asks for the head of a content of the visit's execution; `undefined` where it was not written. */
  load(
    visit: Visit,
    read: Pick<ReadDefinition, 'key' | 'map'>,
  ): Promise<{ readonly value: unknown; readonly part: DocumentPart } | undefined>;
  /** Asks for the head of the upload that the input names; `undefined` where it names none, or it is not there. */
  loadUpload(visit: Visit, input: InputDocument): Promise<unknown>;
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
 * @param contentReads Needed where a read is a content.
 * @throws S3DataPreconditionError where a read that is not optional is missing; InputValidationError where one breaks its schema.
 */
export async function loadReads(
  visit: Visit,
  { reads, outputKeys, inHand }: ReadsToLoad,
  contentReads?: ContentReads,
): Promise<LoadedReads> {
  let input: Promise<InputDocument> | undefined;
  const readDocument = () => (input ??= loadInput(visit, outputKeys));
  const loaded = await Promise.all(
    reads.map(async (read) => {
      if (read.key === inputRead) return readInput(visit, read, await readDocument());
      if (read.item !== undefined) return readItem(visit, read.key, read.item);
      if (read.content === 'upload') return readUpload(visit, read, await readDocument(), contentReads);
      if (read.content === 'output' && contentReads) return readContent(visit, read, contentReads);
      return read.key === errorRead ? readError(visit, read) : readOutput(visit, read, inHand);
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

async function readItem(visit: Visit, key: string, item: ItemDefinition): Promise<LoadedRead> {
  const { value, bytes } = await loadItem(visit, key, item);
  return { key, value, part: { key, bytes } };
}

async function readUpload(
  visit: Visit,
  { key, optional }: ReadDefinition,
  input: InputDocument,
  contentReads: ContentReads | undefined,
): Promise<LoadedRead> {
  const value = await contentReads?.loadUpload(visit, input);
  if (value !== undefined || optional) return { key, value };
  const upload = Object(input.value[key]);
  throw new S3DataPreconditionError({ bucket: visit.bucket.name, key: String(upload.key) });
}

async function readContent(visit: Visit, read: ReadDefinition, reads: ContentReads): Promise<LoadedRead> {
  const found = await reads.load(visit, read);
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
  inHand: StoredObject | undefined,
): Promise<LoadedRead> {
  const location = { bucket: visit.bucket.name, key: readObjectKey(visit, read) };
  const object = inHand?.key === location.key ? inHand : await getObject(visit.bucket, location.key);
  if (object === undefined) return missingOutput(visit, read);
  checkOwner(visit, object);
  if (isCollected(object)) return readList(visit, read, object);
  const value = parseJson(object.bytes, location);
  checkRead(visit, read, value, object.metadata);
  return { key: read.key, value, part: { key: read.key, bytes: object.bytes } };
}

/** What a map has collected: each entry is an object of its own. */
async function readList(visit: Visit, read: ReadDefinition, object: StoredObject): Promise<LoadedRead> {
  const entries = await loadEntries(visit.bucket, readCollected(visit.bucket, object));
  const value = entries.map((entry) => {
    if (entry === undefined) return null;
    checkOwner(visit, entry);
    const item = parseJson(entry.bytes, { bucket: visit.bucket.name, key: entry.key });
    checkRead(visit, read, item, entry.metadata);
    return item;
  });
  return { key: read.key, value, part: { key: read.key, bytes: listText(entries) } };
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
