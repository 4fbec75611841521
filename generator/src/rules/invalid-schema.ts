import { checkSchema, type Violation } from '../../schema/validators.js';
import { diagnosticOf } from '../check-shape/diagnostic-of.js';
import { type Diagnostic, errorAt } from '../diagnostic.js';
import { serviceSchemas } from '../json-schema/service-schemas.js';
import { allSchemas, type PlacedSchema } from '../json-schema/subschemas.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';
import { isForeign } from './schema-dialect.js';

/** Schemas that the meta-schema of draft 2020-12 does not admit, or that no validator can be made of. */
export const invalidSchema: Rule = ({ service }) =>
  serviceSchemas(service).flatMap((placed) => {
    const found = againstMetaSchema(placed);
    return [
      ...found,
      ...[...allSchemas(placed)].flatMap((inner) => [...patterns(inner), ...emptyEnum(inner)]),
    ];
  });

function againstMetaSchema({ schema, at }: PlacedSchema): Diagnostic[] {
  if (checkSchema(schema)) return [];
  const byPlace = new Map<string, { readonly rank: number; readonly diagnostic: Diagnostic }>();
  for (const violation of checkSchema.errors ?? []) {
    const found = diagnosticOf(violation, schema);
    if (found === undefined || isForeign(found.at.at(-1))) continue;
    const place = JSON.stringify(found.at);
    const rank = rankOf(violation);
    if (rank <= (byPlace.get(place)?.rank ?? 0)) continue;
    const diagnostic = errorAt('invalid-schema', [...at, ...found.at], found.message, found.on);
    byPlace.set(place, { rank, diagnostic });
  }
  const places = [...byPlace.keys()].map((place) => place.slice(0, -1));
  const hasInner = (place: string): boolean =>
    places.some((other) => other.startsWith(`${place.slice(0, -1)},`));
  return [...byPlace].filter(([place]) => !hasInner(place)).map(([, { diagnostic }]) => diagnostic);
}

/** Of several violations at one place: a list of the right names says more than the type, but not where a list or map stands. */
function rankOf({ keyword, data }: Violation): number {
  if (keyword !== 'enum') return 2;
  return typeof data === 'object' ? 1 : 3;
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

function emptyEnum({ schema, at }: PlacedSchema): Diagnostic[] {
  if (typeof schema === 'boolean' || !Array.isArray(schema.enum) || schema.enum.length > 0) return [];
  return [
    errorAt(
      'invalid-schema',
      [...at, 'enum'],
      '"enum" is empty, so that no value could ever be right. It should list at least one.',
    ),
  ];
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
