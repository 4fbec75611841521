import { errorAt } from '../diagnostic.js';
import { followRef } from '../json-schema/references.js';
import { serviceSchemas } from '../json-schema/service-schemas.js';
import { allSchemas } from '../json-schema/subschemas.js';
import { quote } from '../quote.js';
import { didYouMean } from '../suggest.js';
import type { Rule } from './rule.js';

/** References that lead nowhere. */
export const unknownRef: Rule = ({ service: { schemas, ...rest }, doubts }) => {
  const shared = Object.keys(schemas).map((name) => `#/schemas/${name}`);
  return serviceSchemas({ schemas, ...rest }).flatMap((placed) => {
    const root = placed.schema;
    const local =
      typeof root === 'object'
        ? Object.keys((root.$defs ?? {}) as object).map((name) => `#/$defs/${name}`)
        : [];
    return [...allSchemas(placed)].flatMap(({ schema, at }) => {
      const ref = typeof schema === 'object' ? schema.$ref : undefined;
      if (typeof ref !== 'string' || followRef(ref, root, schemas) !== undefined) return [];
      const name = /^#\/schemas\/([^/]+)/.exec(ref)?.[1];
      if (name !== undefined && doubts.schemas.has(name)) return [];
      const known = didYouMean(ref, [...shared, ...local]);
      const hint =
        known === ''
          ? ' A "$ref" names "#/schemas/Name" or a part of its own schema, as in "#/$defs/Name".'
          : known;
      return [
        errorAt('unknown-ref', [...at, '$ref'], `The reference ${quote(ref)} leads to no schema.${hint}`),
      ];
    });
  });
};
