import type { CompiledSchema, ReadDefinition } from '../contract/definition.js';
import { errorRead, inputRead, outputObjectKey } from '../contract/keys.js';
import { metadataNames } from '../contract/metadata.js';
import { S3DataPreconditionError } from '../errors/storage.js';
import { InputValidationError, InvalidStepEventError } from '../errors/validation.js';
import { parseJson } from '../json/json-object.js';
import type { DocumentPart } from '../merge/merge-document.js';
import { stepErrorOf } from '../step/step-error.js';
import type { Visit } from '../step/visit.js';
import { getObject } from '../store/object-store.js';
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
    key: string,
  ): Promise<{ readonly value: unknown; readonly part: DocumentPart } | undefined>;
  /** Asks for the head of the upload that the input names; `undefined` where it names none, or it is not there. */
  loadUpload(visit: Visit, input: InputDocument): Promise<unknown>;
}

interface LoadedRead {
  readonly key: string;
  readonly value: unknown;
  readonly part?: DocumentPart;
}

/**
 * Reads what a step declares, all at once: one GET each, or one HEAD where it is a content.
 *
 * @param contentReads Needed where a read is a content.
 * @throws S3DataPreconditionError where a read that is not optional is missing; InputValidationError where one breaks its schema.
 */
export async function loadReads(
  visit: Visit,
  reads: readonly ReadDefinition[],
  outputKeys: readonly string[],
  contentReads?: ContentReads,
): Promise<LoadedReads> {
  let input: Promise<InputDocument> | undefined;
  const readDocument = () => (input ??= loadInput(visit, outputKeys));
  const loaded = await Promise.all(
    reads.map(async (read) => {
      if (read.key === inputRead) return readInput(visit, read, await readDocument());
      if (read.content === 'upload') return readUpload(visit, read, await readDocument(), contentReads);
      if (read.content === 'output' && contentReads) return readContent(visit, read, contentReads);
      return read.key === errorRead ? readError(visit, read) : readOutput(visit, read);
    }),
  );
  return {
    values: Object.fromEntries(loaded.map((read) => [read.key, read.value])),
    parts: loaded.flatMap((read) => read.part ?? []),
    ...(input ? { input: await input } : {}),
  };
}

/** Reads one output of the visit's execution as it lies in S3; `undefined` where it was not written. */
export async function loadPart(visit: Visit, key: string): Promise<DocumentPart | undefined> {
  const object = await getObject(visit.bucket, outputObjectKey(visit.workflow, visit.event.processData, key));
  if (object === undefined) return undefined;
  checkOwner(visit, object);
  // The runtime writes nothing but JSON; an object without its mark was put there by hand.
  if (object.metadata[metadataNames.sha256] === undefined) {
    parseJson(object.bytes, { bucket: visit.bucket.name, key: object.key });
  }
  return { key, bytes: object.bytes };
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
  const found = await reads.load(visit, read.key);
  if (found !== undefined) return { key: read.key, ...found };
  return missingOutput(visit, read);
}

function missingOutput(visit: Visit, { key, optional }: ReadDefinition): LoadedRead {
  if (optional) return { key, value: undefined };
  throw new S3DataPreconditionError({
    bucket: visit.bucket.name,
    key: outputObjectKey(visit.workflow, visit.event.processData, key),
  });
}

async function readOutput(visit: Visit, read: ReadDefinition): Promise<LoadedRead> {
  const location = {
    bucket: visit.bucket.name,
    key: outputObjectKey(visit.workflow, visit.event.processData, read.key),
  };
  const object = await getObject(visit.bucket, location.key);
  if (object === undefined) return missingOutput(visit, read);
  checkOwner(visit, object);
  const value = parseJson(object.bytes, location);
  checkRead(visit, read, value, object.metadata);
  return { key: read.key, value, part: { key: read.key, bytes: object.bytes } };
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
