import { metadataNames } from '../contract/metadata.js';
import { InputKeyConflictError } from '../errors/document.js';
import { S3DataPreconditionError } from '../errors/storage.js';
import { parseJsonObject } from '../json/json-object.js';
import { withoutKeys } from '../merge/merge-document.js';
import type { Visit } from '../step/visit.js';
import { getObject } from '../store/object-store.js';
import { checkOwner } from './ownership.js';

/** An execution's document, seen as its input. */
export interface InputDocument {
  /** The JSON text of the input, also where the document is already published. */
  readonly text: Uint8Array;
  /** How many bytes of the object stand before the text; of no use where the document is published. */
  readonly offset: number;
  readonly value: Readonly<Record<string, unknown>>;
  readonly eTag: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly published: boolean;
}

/**
 * Reads the input of the visit's execution.
 *
 * @param outputKeys All output keys of the workflow: what in a published document is not input.
 * @throws S3DataPreconditionError, DocumentOwnedError, DocumentFormatError, InputKeyConflictError
 */
export async function loadInput(visit: Visit, outputKeys: readonly string[]): Promise<InputDocument> {
  const location = { bucket: visit.bucket.name, key: visit.event.processData };
  const object = await getObject(visit.bucket, location.key);
  if (object === undefined) throw new S3DataPreconditionError(location);
  checkOwner(visit, object);
  const published = object.metadata[metadataNames.published] === 'true';
  const whole = parseJsonObject(object.bytes, location);
  const text = published ? withoutKeys(object.bytes, new Set(outputKeys)) : object.bytes;
  const value = text === object.bytes ? whole : parseJsonObject(text, location);
  checkInputKeys(visit.workflow, value, outputKeys);
  return { text, offset: object.offset, value, eTag: object.eTag, metadata: object.metadata, published };
}

/** @throws InputKeyConflictError where a property of an input is an output's key. */
export function checkInputKeys(workflow: string, input: object, outputKeys: readonly string[]): void {
  const taken = outputKeys.find((key) => Object.hasOwn(input, key));
  if (taken !== undefined) throw new InputKeyConflictError(workflow, taken);
}
