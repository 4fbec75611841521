/** Any value that JSON can hold. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The largest input or output of a state, in bytes of UTF-8 (Step Functions' quota of 256 KiB). */
export const payloadLimit = 262_144;

/** Tells a JSON object from the other JSON values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tells whether JSON text is larger than a state may hand on. */
export function exceedsPayloadLimit(text: string): boolean {
  return text.length > payloadLimit || Buffer.byteLength(text) > payloadLimit;
}
