import type { Conjunction, ConjunctionPart } from './conjunction.js';
import { isSchema, type LocatedSchema } from './references.js';

/** A conjunction as a choice between schemas, each of which holds together with the rest. */
export interface Alternatives {
  readonly alternatives: readonly LocatedSchema[];
  readonly rest: readonly LocatedSchema[];
}

/** The first `anyOf` or `oneOf` of a conjunction, and the rest without it. `undefined` where there is none. */
export function alternativesOf(source: Conjunction): Alternatives | undefined {
  for (const [index, { schema, root }] of source.entries()) {
    for (const keyword of ['anyOf', 'oneOf']) {
      const branches = schema[keyword];
      if (!Array.isArray(branches) || branches.length === 0) continue;
      const { [keyword]: _, $ref, allOf, ...plain } = schema;
      const rest = source.map((part, at) =>
        at === index ? { schema: plain, root } : withoutReferences(part),
      );
      return { alternatives: branches.filter(isSchema).map((branch) => ({ schema: branch, root })), rest };
    }
  }
  return undefined;
}

/** Without what the conjunction has written out already. */
function withoutReferences({ schema, root }: ConjunctionPart): LocatedSchema {
  const { $ref, allOf, ...plain } = schema;
  return { schema: plain, root };
}
