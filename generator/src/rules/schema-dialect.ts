import { type Diagnostic, errorAt } from '../diagnostic.js';
import { serviceSchemas } from '../json-schema/service-schemas.js';
import { allSchemas, type PlacedSchema } from '../json-schema/subschemas.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Keywords of other dialects, which would be ignored or mean something else, and references that this compiler cannot follow. */
export const schemaDialect: Rule = ({ service }) =>
  serviceSchemas(service).flatMap((placed) =>
    [...allSchemas(placed)].flatMap((inner) => [...otherDialect(inner), ...foreignKeywords(inner)]),
  );

/** Whether this rule speaks of a keyword, so that no other need do so. */
export function isForeign(keyword: unknown): boolean {
  return (
    typeof keyword === 'string' && (basesOfReferences.includes(keyword) || Object.hasOwn(instead, keyword))
  );
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

const instead: Readonly<Record<string, string>> = {
  nullable: 'A value that may be null has "null" among its types, as in "type: [string, \'null\']".',
  id: 'A shared schema is named by its key under "schemas".',
  $async: 'Every schema is checked at once.',
};

function otherDialect({ schema, at }: PlacedSchema): Diagnostic[] {
  const dialect = typeof schema === 'object' ? schema.$schema : undefined;
  if (typeof dialect !== 'string' || dialect.replace(/#$/, '') === newest) return [];
  const message = `The schema is of the dialect ${quote(dialect)}. It should be of ${quote(newest)}, which needs no "$schema".`;
  return [errorAt('invalid-schema', [...at, '$schema'], message)];
}

function foreignKeywords({ schema, at }: PlacedSchema): Diagnostic[] {
  if (typeof schema === 'boolean') return [];
  const bases = basesOfReferences
    .filter((keyword) => Object.hasOwn(schema, keyword))
    .map((keyword) => {
      const message = `${quote(keyword)} in a schema is not yet supported. A "$ref" may name "#/schemas/Name" or "#/$defs/Name".`;
      return errorAt('not-yet-supported', [...at, keyword], message, 'key');
    });
  const others = Object.entries(instead)
    .filter(([keyword]) => Object.hasOwn(schema, keyword))
    .map(([keyword, hint]) => {
      const message = `${quote(keyword)} is no keyword of JSON Schema 2020-12. ${hint}`;
      return errorAt('invalid-schema', [...at, keyword], message, 'key');
    });
  return [...bases, ...others];
}
