import { alternativesOf } from '../json-schema/alternatives.js';
import { type Conjunction, conjunctionOf, objectShape } from '../json-schema/conjunction.js';
import { followRef, isSchema, type LocatedSchema, type SharedSchemas } from '../json-schema/references.js';
import { typesOf } from '../json-schema/values.js';

/** What schemas say of a property of a property … */
export type OperandSchema =
  | {
      readonly kind: 'known';
      /** What the value may be, each with everything that holds of it. */
      readonly alternatives: readonly Conjunction[];
      /** Places in the path of properties that may not be there. */
      readonly optionalAt: readonly number[];
    }
  /** No schema has a property of that name. */
  | { readonly kind: 'unknown'; readonly index: number; readonly known: readonly string[] }
  /** A schema is itself at fault, which is said elsewhere. */
  | { readonly kind: 'doubtful' };

/** How many alternatives of one value are told apart. */
const most = 64;

/** Follows a path of property names through schemas. */
export function describeOperand(
  schemas: readonly LocatedSchema[],
  path: readonly string[],
  shared: SharedSchemas,
): OperandSchema {
  return describeWithin(expand(schemas, shared), path, shared);
}

/** Follows a path of property names from what a value may be. */
export function describeWithin(
  values: readonly Conjunction[],
  path: readonly string[],
  shared: SharedSchemas,
): OperandSchema {
  let alternatives = values;
  const optionalAt: number[] = [];
  for (const [index, name] of path.entries()) {
    if (alternatives.some((parts) => isDoubtful(parts, shared))) return { kind: 'doubtful' };
    const found = propertyOf(alternatives, name);
    if (found.schemas.length === 0) return { kind: 'unknown', index, known: [...found.known] };
    if (found.optional) optionalAt.push(index);
    alternatives = found.schemas.flatMap((property) => expand(property, shared));
  }
  if (alternatives.some((parts) => isDoubtful(parts, shared))) return { kind: 'doubtful' };
  return { kind: 'known', alternatives, optionalAt };
}

/** Writes out `anyOf` and `oneOf`. */
function expand(schemas: readonly LocatedSchema[], shared: SharedSchemas): Conjunction[] {
  const finished: Conjunction[] = [];
  const open = [schemas];
  for (const next of open) {
    const parts = conjunctionOf(next, shared);
    const split = parts && open.length < most ? alternativesOf(parts) : undefined;
    if (split !== undefined) open.push(...split.alternatives.map((part) => [...split.rest, part]));
    else if (parts !== undefined) finished.push(parts);
  }
  return finished;
}

interface Property {
  readonly schemas: readonly (readonly LocatedSchema[])[];
  readonly optional: boolean;
  /** Names that the schemas do have. */
  readonly known: ReadonlySet<string>;
}

function propertyOf(alternatives: readonly Conjunction[], name: string): Property {
  const known = new Set<string>();
  const schemas: (readonly LocatedSchema[])[] = [];
  let optional = false;
  for (const parts of alternatives) {
    const types = typesOf(parts);
    if (types?.some((type) => type !== 'object') ?? true) optional = true;
    if (types !== undefined && !types.includes('object')) continue;
    const { properties, required } = objectShape(parts);
    for (const key of properties.keys()) known.add(key);
    const declared = properties.get(name) ?? otherProperties(parts, properties.size === 0);
    if (declared !== undefined) schemas.push(declared);
    if (declared === undefined || !required.has(name)) optional = true;
  }
  return { schemas, optional, known };
}

/** What a property may be that is not declared by name; `undefined` where it is rather a mistake. */
function otherProperties(parts: Conjunction, isOpen: boolean): readonly LocatedSchema[] | undefined {
  const written = parts.filter(({ schema }) => isSchema(schema.additionalProperties));
  if (written.some(({ schema }) => schema.additionalProperties === false)) return undefined;
  if (written.length === 0) {
    return isOpen || parts.some(({ schema }) => schema.patternProperties !== undefined) ? [] : undefined;
  }
  return written.map(({ schema, root }) => ({
    schema: schema.additionalProperties as LocatedSchema['schema'],
    root,
  }));
}

function isDoubtful(parts: Conjunction, shared: SharedSchemas): boolean {
  return parts.some(({ schema, root }) => {
    if (typeof schema.$ref === 'string' && followRef(schema.$ref, root, shared) === undefined) return true;
    return schema.type !== undefined && typesOf([{ schema, root }]) === undefined;
  });
}

/** What an item of a list may be. */
export function itemsOf(lists: readonly Conjunction[], shared: SharedSchemas): readonly Conjunction[] {
  return lists.flatMap((parts) => {
    const items = parts.filter(({ schema }) => isSchema(schema.items));
    return expand(
      items.map(({ schema, root }) => ({ schema: schema.items as LocatedSchema['schema'], root })),
      shared,
    );
  });
}
