import { DocumentFormatError } from '../errors/document.js';
import type { ObjectLocation } from '../errors/storage.js';

/** @throws DocumentFormatError where the bytes are not JSON in UTF-8. */
export function parseJson(bytes: Uint8Array, location: ObjectLocation): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes what it read.
    throw new DocumentFormatError(location, 'JSON');
  }
}

/** @throws DocumentFormatError where the bytes are not a JSON object in UTF-8. */
export function parseJsonObject(bytes: Uint8Array, location: ObjectLocation): Record<string, unknown> {
  const value = parseJson(bytes, location);
  if (isJsonObject(value)) return value;
  throw new DocumentFormatError(location, 'a JSON object');
}

/** Whether a value is an object of JSON, neither an array nor null. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
