import { constants } from 'node:buffer';
import { DocumentFormatError, DocumentTooLongError } from '../errors/document.js';
import type { ObjectLocation } from '../errors/storage.js';

/** @throws DocumentFormatError where the bytes are not JSON in UTF-8; DocumentTooLongError where they do not fit into one string. */
export function parseJson(bytes: Uint8Array, location: ObjectLocation): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    if (bytes.length > constants.MAX_STRING_LENGTH) throw new DocumentTooLongError(location, bytes.length);
    // The parser's own message quotes what it read.
    throw new DocumentFormatError(location, 'JSON');
  }
}

/** @throws DocumentFormatError where the bytes are not a JSON object in UTF-8; DocumentTooLongError as `parseJson`. */
export function parseJsonObject(bytes: Uint8Array, location: ObjectLocation): Record<string, unknown> {
  const value = parseJson(bytes, location);
  if (isJsonObject(value)) return value;
  throw new DocumentFormatError(location, 'a JSON object');
}

/** Whether a value is an object of JSON, neither an array nor null. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
