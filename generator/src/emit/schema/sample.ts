import type { JsonSchema } from '../../model/service.js';
import { parseReference, schemaAt } from './reference.js';
import { isObject } from './subschemas.js';

const simple: Readonly<Record<string, unknown>> = {
  string: '…',
  number: 0,
  integer: 0,
  boolean: false,
  null: null,
  array: [],
  object: {},
};

/** What a value of the schema looks like, for people; it need not satisfy every keyword. */
export function sampleOf(
  schema: JsonSchema,
  shared: Readonly<Record<string, JsonSchema>>,
  depth = 0,
): unknown {
  if (!isObject(schema) || depth > 4) return {};
  if (typeof schema.$ref === 'string') {
    const { shared: name, pointer } = parseReference(schema.$ref);
    const target = name === undefined ? undefined : schemaAt(shared[name] ?? true, pointer);
    return sampleOf(target ?? true, shared, depth + 1);
  }
  if (Array.isArray(schema.examples) && schema.examples.length > 0) return schema.examples[0];
  if (Object.hasOwn(schema, 'const')) return schema.const;
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return schema.enum[0];
  const first = Array.isArray(schema.oneOf)
    ? schema.oneOf[0]
    : Array.isArray(schema.anyOf)
      ? schema.anyOf[0]
      : undefined;
  if (first !== undefined) return sampleOf(first as JsonSchema, shared, depth + 1);
  if (isObject(schema.properties)) {
    const entries = Object.entries(schema.properties);
    return Object.fromEntries(
      entries.map(([name, inner]) => [name, sampleOf(inner as JsonSchema, shared, depth + 1)]),
    );
  }
  if (isObject(schema.items)) return [sampleOf(schema.items, shared, depth + 1)];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  return typeof type === 'string' && Object.hasOwn(simple, type) ? simple[type] : {};
}
