import type { JsonSchema } from '../../model/service.js';

/** Keywords of JSON Schema 2020-12 whose value is one schema. */
const single = new Set([
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'contentSchema',
]);

/** Keywords whose value is a list of schemas. */
const listed = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

/** Keywords whose value is a map of schemas; its keys are names, not keywords. */
const named = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);

/** The schema with each schema directly inside it replaced. Other keywords stay as they are. */
export function mapSubschemas(
  schema: Readonly<Record<string, unknown>>,
  replace: (inner: JsonSchema) => JsonSchema,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, mapKeyword(keyword, value, replace)]),
  );
}

function mapKeyword(keyword: string, value: unknown, replace: (inner: JsonSchema) => JsonSchema): unknown {
  if (single.has(keyword) && isSchema(value)) return replace(value);
  if (listed.has(keyword) && Array.isArray(value)) {
    return value.map((inner: unknown) => (isSchema(inner) ? replace(inner) : inner));
  }
  if (named.has(keyword) && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, isSchema(inner) ? replace(inner) : inner]),
    );
  }
  return value;
}

/** Whether a value can be a JSON Schema: a boolean or an object. */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isObject(value);
}

/** Whether a value is an object of JSON: neither null nor an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
