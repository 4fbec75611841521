import type { JsonSchema } from '../../model/service.js';
import { isObject, mapSubschemas } from '../schema/subschemas.js';

/** Says how a reference is written as a type. */
export type NameReference = (ref: string) => string;

/** The keywords that tell of which type a value is. What all others say (`not`, `if`, `required` …) no type can. */
const telling = new Set([
  'type',
  'enum',
  'const',
  'allOf',
  'anyOf',
  'oneOf',
  'properties',
  'patternProperties',
  'additionalProperties',
  'items',
  'prefixItems',
]);

/** Kept beside the telling ones. Everything else is left out: names that would collide, and text that would become code. */
const kept = new Set([...telling, 'required', 'description']);

const anyValue = { tsType: 'JsonValue' } as const;

type SchemaObject = Readonly<Record<string, unknown>>;

/**
 * A schema from which types can be printed: every reference is the name of a type (`tsType`), and so is what JSON Schema
 * leaves open: any value is `JsonValue`, any object `JsonObject`.
 */
export function prepareSchema(schema: JsonSchema, nameReference: NameReference): SchemaObject {
  if (schema === true) return anyValue;
  if (!isObject(schema)) return { tsType: 'never' };
  if (typeof schema.$ref === 'string') return prepareReference(schema, nameReference);
  const inner = mapSubschemas(schema, (subschema) => prepareSchema(subschema, nameReference));
  const plain = combine(Object.fromEntries(Object.entries(inner).filter(([keyword]) => kept.has(keyword))));
  const description = typeof plain.description === 'string' ? { description: plain.description } : {};
  const tells = Object.keys(plain).filter((keyword) => telling.has(keyword));
  if (tells.length === 0) return { ...anyValue, ...description };
  if (tells.length === 1 && plain.type === 'object' && plain.required === undefined) {
    return { tsType: 'JsonObject', ...description };
  }
  if (tells.length === 1 && plain.type === 'array') return { tsType: 'JsonValue[]', ...description };
  return tupleForOlderDrafts(withoutPatterns(closed(plain)));
}

/** Keywords beside `$ref` hold as well, so the type is both. */
function prepareReference(schema: SchemaObject, nameReference: NameReference): SchemaObject {
  const { $ref, ...beside } = schema;
  const name = nameReference(String($ref));
  const prepared = prepareSchema(beside, nameReference);
  return isAny(prepared) ? { ...prepared, tsType: name } : { allOf: [{ tsType: name }, prepared] };
}

/** Leaves out of `allOf`, `anyOf` and `oneOf` what allows any value. */
function combine(schema: SchemaObject): SchemaObject {
  const entries = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
    if (!Array.isArray(value)) return [[keyword, value]];
    if (keyword === 'anyOf' || keyword === 'oneOf') return value.some(isAny) ? [] : [[keyword, value]];
    if (keyword !== 'allOf') return [[keyword, value]];
    const rest = value.filter((inner) => !isAny(inner));
    return rest.length === 0 ? [] : [[keyword, rest]];
  });
  return Object.fromEntries(entries);
}

function isAny(schema: unknown): boolean {
  return isObject(schema) && schema.tsType === anyValue.tsType;
}

/** An index signature of `never` would contradict the properties beside it. */
function closed(schema: SchemaObject): SchemaObject {
  return isNever(schema.additionalProperties) ? { ...schema, additionalProperties: false } : schema;
}

/** TypeScript has one index signature for what JSON Schema tells apart by patterns; a pattern's text never becomes code. */
function withoutPatterns(schema: SchemaObject): SchemaObject {
  const { patternProperties, ...rest } = schema;
  if (!isObject(patternProperties) || Object.keys(patternProperties).length === 0) return rest;
  const values = Object.values(patternProperties);
  const beside =
    rest.additionalProperties === undefined || rest.additionalProperties === false
      ? []
      : [rest.additionalProperties];
  const all = [...values, ...beside];
  return { ...rest, additionalProperties: all.some(isAny) ? anyValue : { anyOf: all } };
}

/** json-schema-to-typescript knows tuples as older drafts wrote them. */
function tupleForOlderDrafts(schema: SchemaObject): SchemaObject {
  if (!Array.isArray(schema.prefixItems)) return schema;
  const { prefixItems, items, ...rest } = schema;
  return { ...rest, items: prefixItems, additionalItems: isNever(items) ? false : (items ?? anyValue) };
}

function isNever(schema: unknown): boolean {
  return isObject(schema) && schema.tsType === 'never';
}
