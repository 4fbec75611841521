import type { JsonSchema } from '../model/service.js';
import { followRef, isSchema, type LocatedSchema, type SharedSchemas } from './references.js';

/** Several schemas that a value satisfies at once, none of which has a `$ref` or `allOf` that could be followed. */
export type Conjunction = readonly ConjunctionPart[];

/** One of them; never a boolean. */
export interface ConjunctionPart {
  readonly schema: { readonly [keyword: string]: unknown };
  readonly root: JsonSchema;
}

/** Writes out `$ref` and `allOf`. `undefined` for the schema `false`, which nothing satisfies. */
export function conjunctionOf(
  schemas: readonly LocatedSchema[],
  shared: SharedSchemas,
  seen: ReadonlySet<JsonSchema> = new Set(),
): Conjunction | undefined {
  const parts: ConjunctionPart[] = [];
  for (const { schema, root } of schemas) {
    if (schema === false) return undefined;
    if (schema === true || seen.has(schema)) continue;
    const inner = innerOf(schema, root, shared);
    const more = conjunctionOf(inner, shared, new Set([...seen, schema]));
    if (more === undefined) return undefined;
    parts.push({ schema, root }, ...more);
  }
  return parts;
}

function innerOf(
  schema: Exclude<JsonSchema, boolean>,
  root: JsonSchema,
  shared: SharedSchemas,
): LocatedSchema[] {
  const target = typeof schema.$ref === 'string' ? followRef(schema.$ref, root, shared) : undefined;
  const all = Array.isArray(schema.allOf) ? schema.allOf.filter(isSchema) : [];
  return [...(target === undefined ? [] : [target]), ...all.map((inner) => ({ schema: inner, root }))];
}

/** What all parts together say of the properties of an object. */
export interface ObjectShape {
  /** By name, with every schema that a property must satisfy. */
  readonly properties: ReadonlyMap<string, readonly LocatedSchema[]>;
  readonly required: ReadonlySet<string>;
  /** Whether properties other than these are ruled out. */
  readonly closed: boolean;
}

/** The properties that the parts of a conjunction declare. */
export function objectShape(conjunction: Conjunction): ObjectShape {
  const properties = new Map<string, LocatedSchema[]>();
  const required = new Set<string>();
  for (const { schema, root } of conjunction) {
    for (const [name, property] of Object.entries(recordOf(schema.properties))) {
      if (!isSchema(property)) continue;
      properties.set(name, [...(properties.get(name) ?? []), { schema: property, root }]);
    }
    for (const name of Array.isArray(schema.required) ? schema.required : []) required.add(String(name));
  }
  const closed = conjunction.some(
    ({ schema }) =>
      schema.patternProperties === undefined &&
      (schema.additionalProperties === false || schema.unevaluatedProperties === false),
  );
  return { properties, required, closed };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
