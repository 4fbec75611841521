import type { Pointer } from '../diagnostic.js';
import type { JsonSchema } from '../model/service.js';
import { isSchema } from './references.js';

/** A schema within a schema, and where it stands. */
export interface PlacedSchema {
  readonly schema: JsonSchema;
  readonly at: Pointer;
}

/** Keywords whose schemas apply to the very same value, so that a cycle through them never ends. */
const inPlace = {
  one: ['not', 'if', 'then', 'else'],
  list: ['allOf', 'anyOf', 'oneOf'],
  map: ['dependentSchemas'],
};

/** Keywords whose schemas apply to a part of the value, or to none by themselves. */
const inside = {
  one: [
    'items',
    'contains',
    'additionalProperties',
    'propertyNames',
    'unevaluatedItems',
    'unevaluatedProperties',
    'contentSchema',
  ],
  list: ['prefixItems'],
  map: ['properties', 'patternProperties', '$defs', 'definitions'],
};

/** The schemas directly within a schema that apply to the same value. */
export function inPlaceSchemas(placed: PlacedSchema): PlacedSchema[] {
  return within(placed, inPlace);
}

/** A schema and all schemas within it, each before its own. References are not followed. */
export function* allSchemas(placed: PlacedSchema): Generator<PlacedSchema> {
  yield placed;
  for (const inner of [...within(placed, inPlace), ...within(placed, inside)]) yield* allSchemas(inner);
}

function within({ schema, at }: PlacedSchema, keywords: typeof inPlace): PlacedSchema[] {
  if (typeof schema === 'boolean') return [];
  const found: { schema: unknown; at: Pointer }[] = [];
  for (const keyword of keywords.one) {
    if (Object.hasOwn(schema, keyword)) found.push({ schema: schema[keyword], at: [...at, keyword] });
  }
  for (const keyword of [...keywords.list, ...keywords.map]) {
    const group = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    if (
      typeof group !== 'object' ||
      group === null ||
      Array.isArray(group) !== keywords.list.includes(keyword)
    )
      continue;
    for (const [name, inner] of Object.entries(group)) {
      found.push({ schema: inner, at: [...at, keyword, Array.isArray(group) ? Number(name) : name] });
    }
  }
  return found.filter((inner): inner is PlacedSchema => isSchema(inner.schema));
}
