import { warningAt } from '../diagnostic.js';
import { serviceSchemas } from '../json-schema/service-schemas.js';
import { allSchemas } from '../json-schema/subschemas.js';
import { quote } from '../quote.js';
import type { Rule } from './rule.js';

/** Shared schemas that nothing refers to. */
export const unusedSchema: Rule = ({ service, doubts }) => {
  if (doubts.any) return [];
  const used = new Set<string>();
  for (const placed of serviceSchemas(service)) {
    for (const { schema } of allSchemas(placed)) {
      const ref = typeof schema === 'object' && typeof schema.$ref === 'string' ? schema.$ref : '';
      const name = /^#\/schemas\/([^/]+)/.exec(ref)?.[1];
      // A schema that only refers to itself is of no use.
      if (name !== undefined && !(placed.at[0] === 'schemas' && placed.at[1] === name)) used.add(name);
    }
  }
  return Object.keys(service.schemas)
    .filter((name) => !used.has(name))
    .map((name) =>
      warningAt(
        'unused-schema',
        ['schemas', name],
        `No "$ref" names the schema ${quote(name)}. It can be left out.`,
        'key',
      ),
    );
};
