import { createHash } from 'node:crypto';
import type { JsonSchema } from '../../model/service.js';
import { sharedSchemasOf } from './reference.js';
import { isObject } from './subschemas.js';

/**
 * The version of a schema: the first 16 hexadecimal digits of a digest over its text and that of every shared schema
 * it refers to. The order of keys does not count.
 */
export function schemaVersion(schema: JsonSchema, shared: Readonly<Record<string, JsonSchema>>): string {
  const referred = sharedSchemasOf(schema, shared).map((name) => [name, shared[name]]);
  const text = JSON.stringify(canonical([schema, ...referred]));
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isObject(value)) return value;
  // As a list of pairs, since an object would put keys that look like numbers first.
  return {
    object: Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]),
  };
}
