import type { JsonValue } from '../json.js';

/**
 * Copies what JSONata returned as plain JSON, without the marks that JSONata keeps on its sequences.
 * Properties without a value are left out, as JSONata does; `undefined` means that a value (a function, say) is none in JSON.
 */
export function toJson(value: unknown): JsonValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (typeof value !== 'object' || isJsonataFunction(value)) {
    return undefined;
  }
  return Array.isArray(value) ? arrayToJson(value) : objectToJson(value);
}

function arrayToJson(value: readonly unknown[]): JsonValue | undefined {
  const result: JsonValue[] = [];
  for (const item of value) {
    const copy = toJson(item);
    if (copy === undefined) {
      return undefined;
    }
    result.push(copy);
  }
  return result;
}

function objectToJson(value: object): JsonValue | undefined {
  const result: [string, JsonValue][] = [];
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) {
      continue;
    }
    const copy = toJson(item);
    if (copy === undefined) {
      return undefined;
    }
    result.push([key, copy]);
  }
  return Object.fromEntries(result);
}

function isJsonataFunction(value: object): boolean {
  return '_jsonata_function' in value || '_jsonata_lambda' in value;
}
