import { quote } from '../quote.js';
import { alternativesOf } from './alternatives.js';
import { boundMismatch } from './bounds.js';
import { type Conjunction, type ConjunctionPart, conjunctionOf, objectShape } from './conjunction.js';
import type { Mismatch } from './mismatch.js';
import { isSchema, type LocatedSchema, type SharedSchemas } from './references.js';
import { allowsType, describeValue, finiteValues, includesValue, typesOf } from './values.js';

/** How deep schemas may be nested into each other before the comparison gives up. */
const deepest = 50;

/** Whether values of the schemas `source` satisfy the schemas `target`; the first reason why not. */
export type Compare = (
  source: readonly LocatedSchema[],
  target: readonly LocatedSchema[],
) => Mismatch | undefined;

/**
 * Compares schemas structurally. What this comparison does not know is taken to fit: it is to find mistakes, and the
 * child's own validator looks at every value anyway.
 */
export function mismatchFinder(shared: SharedSchemas): Compare {
  const open = new Set<string>();
  let splits = 0;
  const identities = new Map<unknown, number>();
  const identify = (schema: unknown): number => {
    const known = identities.get(schema) ?? identities.size;
    identities.set(schema, known);
    return known;
  };

  const compare: Compare = (source, target) => {
    const pair = [source, target]
      .map((side) => side.map(({ schema }) => identify(schema)).join('+'))
      .join('→');
    // A recursive schema comes by here again; what is being compared already is decided there.
    if (open.has(pair) || open.size > deepest) return undefined;
    open.add(pair);
    try {
      return compareConjunctions(conjunctionOf(source, shared), conjunctionOf(target, shared));
    } finally {
      open.delete(pair);
    }
  };

  const compareConjunctions = (
    source: Conjunction | undefined,
    target: Conjunction | undefined,
  ): Mismatch | undefined => {
    if (source === undefined || source.length === 0) return undefined;
    if (target === undefined) return { path: [], reason: 'is passed, where nothing may be' };
    const split = alternativesOf(source);
    if (split !== undefined) {
      if (splits > deepest) return undefined;
      splits += 1;
      const found = first(split.alternatives, (part) =>
        compareConjunctions(conjunctionOf([...split.rest, part], shared), target),
      );
      splits -= 1;
      return found;
    }
    return first(target, (part) => comparePart(source, part, compare) ?? compareAlternatives(source, part));
  };

  const compareAlternatives = (
    source: Conjunction,
    { schema, root }: ConjunctionPart,
  ): Mismatch | undefined => {
    for (const branches of [schema.anyOf, schema.oneOf]) {
      if (!Array.isArray(branches) || branches.length === 0) continue;
      const fits = branches
        .filter(isSchema)
        .some((branch) => compare(source, [{ schema: branch, root }]) === undefined);
      if (!fits)
        return { path: [], reason: `is ${describeValue(source)}, which is none of the alternatives there` };
    }
    return undefined;
  };

  return compare;
}

function comparePart(
  source: Conjunction,
  { schema, root }: ConjunctionPart,
  compare: Compare,
): Mismatch | undefined {
  const target = [{ schema, root }];
  const sourceTypes = typesOf(source);
  const targetTypes = typesOf(target);
  if (
    sourceTypes !== undefined &&
    targetTypes?.length &&
    !sourceTypes.every((type) => allowsType(targetTypes, type))
  ) {
    return { path: [], reason: `is ${describeValue(source)}, where ${describeValue(target)} is wanted` };
  }
  const allowed = finiteValues(target);
  const possible = finiteValues(source) ?? (isBoolean(sourceTypes) ? [true, false] : undefined);
  if (
    allowed !== undefined &&
    sourceTypes !== undefined &&
    !possible?.every((value) => includesValue(allowed, value))
  ) {
    return { path: [], reason: `is ${describeValue(source)}, where only ${describeValue(target)} may be` };
  }
  if (sourceTypes !== undefined && !sourceTypes.includes('object') && !sourceTypes.includes('array')) {
    return boundMismatch(source, schema);
  }
  return compareProperties(source, target, compare) ?? compareItems(source, target, compare);
}

function isBoolean(types: readonly string[] | undefined): boolean {
  return types?.length === 1 && types[0] === 'boolean';
}

function compareProperties(source: Conjunction, target: Conjunction, compare: Compare): Mismatch | undefined {
  if (!typesOf(source)?.includes('object') || finiteValues(source) !== undefined) return undefined;
  const from = objectShape(source);
  const to = objectShape(target);
  for (const name of to.required) {
    if (!from.required.has(name))
      return { path: [], reason: `does not certainly have the property ${quote(name)}` };
  }
  for (const [name, wanted] of to.properties) {
    const given = from.properties.get(name);
    const found = given && compare(given, wanted);
    if (found !== undefined) return { ...found, path: [name, ...found.path] };
  }
  const extra = to.closed ? [...from.properties.keys()].find((name) => !to.properties.has(name)) : undefined;
  return extra === undefined
    ? undefined
    : { path: [extra], reason: 'is passed, where no other property may be' };
}

function compareItems(source: Conjunction, target: Conjunction, compare: Compare): Mismatch | undefined {
  const wanted = target.flatMap(itemsOf);
  const given = source.flatMap(itemsOf);
  if (wanted.length === 0 || given.length === 0) return undefined;
  const found = compare(given, wanted);
  return found && { ...found, path: ['[]', ...found.path] };
}

function itemsOf({ schema, root }: ConjunctionPart): LocatedSchema[] {
  return isSchema(schema.items) && schema.prefixItems === undefined ? [{ schema: schema.items, root }] : [];
}

function first<Item>(
  items: readonly Item[],
  find: (item: Item) => Mismatch | undefined,
): Mismatch | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
