import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';
import { followRef, type SharedSchemas } from '../json-schema/references.js';
import { serviceSchemas } from '../json-schema/service-schemas.js';
import { allSchemas, inPlaceSchemas } from '../json-schema/subschemas.js';
import type { JsonSchema } from '../model/service.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** References that come back to where they began without going into a property or an item: checking a value would never end. */
export const circularRef: Rule = ({ service }) => {
  const places = new Map<JsonSchema, { at: Pointer; root: JsonSchema }>();
  for (const placed of serviceSchemas(service)) {
    for (const { schema, at } of allSchemas(placed)) places.set(schema, { at, root: placed.schema });
  }
  return [...closingReferences(places, service.schemas)];
};

function* closingReferences(
  places: ReadonlyMap<JsonSchema, { readonly at: Pointer; readonly root: JsonSchema }>,
  shared: SharedSchemas,
): Generator<Diagnostic> {
  const finished = new Set<JsonSchema>();
  const open = new Set<JsonSchema>();

  function* visit(schema: JsonSchema): Generator<Diagnostic> {
    const place = places.get(schema);
    if (typeof schema === 'boolean' || place === undefined || finished.has(schema)) return;
    open.add(schema);
    const { $ref } = schema;
    const target = typeof $ref === 'string' ? followRef($ref, place.root, shared)?.schema : undefined;
    if (target !== undefined && open.has(target)) {
      const message = `The reference ${quote($ref)} leads back to itself without an end. A schema may contain itself only within a property or an item.`;
      yield errorAt('circular-ref', [...place.at, '$ref'], message);
    } else if (target !== undefined) {
      yield* visit(target);
    }
    for (const inner of inPlaceSchemas({ schema, at: place.at })) yield* visit(inner.schema);
    open.delete(schema);
    finished.add(schema);
  }

  for (const schema of places.keys()) yield* visit(schema);
}
