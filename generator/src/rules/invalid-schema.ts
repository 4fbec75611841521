import { checkSchema } from '../../schema/validators.js';
import { diagnosticOf } from '../check-shape/diagnostic-of.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { serviceSchemas } from '../json-schema/service-schemas.js';
import { allSchemas, type PlacedSchema } from '../json-schema/subschemas.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Schemas that the meta-schema of draft 2020-12 does not admit, and what JSON Schema allows but this compiler cannot serve. */
export const invalidSchema: Rule = ({ service }) =>
  serviceSchemas(service).flatMap((placed) => {
    const found = againstMetaSchema(placed);
    return [...found, ...[...allSchemas(placed)].flatMap((inner) => [...dialect(inner), ...patterns(inner)])];
  });

function againstMetaSchema({ schema, at }: PlacedSchema): Diagnostic[] {
  if (checkSchema(schema)) return [];
  const byPlace = new Map<string, Diagnostic>();
  for (const violation of checkSchema.errors ?? []) {
    const found = diagnosticOf(violation, schema);
    const place = JSON.stringify(found?.at);
    // A list of allowed values says more than the type that comes with it.
    if (found === undefined || (byPlace.has(place) && violation.keyword !== 'enum')) continue;
    byPlace.set(place, {
      ...errorAt('invalid-schema', [...at, ...found.at], found.message),
      on: found.on ?? 'value',
    });
  }
  const places = [...byPlace.keys()].map((place) => place.slice(0, -1));
  const hasInner = (place: string): boolean =>
    places.some((other) => other.startsWith(`${place.slice(0, -1)},`));
  return [...byPlace].filter(([place]) => !hasInner(place)).map(([, diagnostic]) => diagnostic);
}

const newest = 'https://json-schema.org/draft/2020-12/schema';
const basesOfReferences = [
  '$id',
  '$anchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
];

function dialect({ schema, at }: PlacedSchema): Diagnostic[] {
  if (typeof schema === 'boolean') return [];
  const others = basesOfReferences
    .filter((keyword) => Object.hasOwn(schema, keyword))
    .map((keyword) => {
      const message = `${quote(keyword)} in a schema is not yet supported. A "$ref" may name "#/schemas/Name" or "#/$defs/Name".`;
      return errorAt('not-yet-supported', [...at, keyword], message, 'key');
    });
  const { $schema } = schema;
  if (typeof $schema !== 'string' || $schema.replace(/#$/, '') === newest) return others;
  const message = `The schema is of the dialect ${quote($schema)}. It should be of ${quote(newest)}, which needs no "$schema".`;
  return [...others, errorAt('invalid-schema', [...at, '$schema'], message)];
}

function patterns({ schema, at }: PlacedSchema): Diagnostic[] {
  if (typeof schema === 'boolean') return [];
  const { pattern, patternProperties } = schema;
  const own =
    typeof pattern === 'string' && !isPattern(pattern)
      ? [errorAt('invalid-schema', [...at, 'pattern'], noPattern(pattern))]
      : [];
  const names =
    typeof patternProperties === 'object' && patternProperties !== null ? Object.keys(patternProperties) : [];
  const others = names
    .filter((name) => !isPattern(name))
    .map((name) => errorAt('invalid-schema', [...at, 'patternProperties', name], noPattern(name), 'key'));
  return [...own, ...others];
}

function noPattern(text: string): string {
  return `The pattern ${quote(text)} is not a regular expression of ECMA-262 with the flag "u". A "\\" may be missing or too much.`;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}
