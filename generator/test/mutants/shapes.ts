import type { Schema } from './spec.js';

export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** One of the things that a value may be. */
export interface Shape {
  /** `undefined`: nothing is known. */
  readonly types: ReadonlySet<TypeName> | undefined;
  readonly values: readonly unknown[] | undefined;
  /** Of properties that are declared. */
  readonly properties: ReadonlyMap<string, () => readonly Shape[]>;
  readonly required: ReadonlySet<string>;
  readonly items: () => readonly Shape[];
  /** Of properties that are not: none, some of which nobody speaks, or any. */
  readonly others: 'closed' | 'unspoken' | 'open';
  readonly limits: readonly { readonly [keyword: string]: unknown }[];
}

/** What is known of a value without a schema. */
export const anything: Shape = {
  types: undefined,
  values: undefined,
  properties: new Map(),
  required: new Set(),
  items: () => [anything],
  others: 'open',
  limits: [],
};

/** An object with these properties, all of them there. */
export function objectShape(properties: Readonly<Record<string, () => readonly Shape[]>>): Shape {
  const entries = Object.entries(properties);
  return {
    ...anything,
    types: new Set(['object']),
    properties: new Map(entries),
    required: new Set(Object.keys(properties)),
    others: entries.length === 0 ? 'open' : 'unspoken',
  };
}

/** A list of such items. */
export function listShape(items: () => readonly Shape[]): Shape {
  return { ...anything, types: new Set(['array']), items };
}

export const textShape: Shape = { ...anything, types: new Set(['string']) };
export const nullShape: Shape = { ...anything, types: new Set(['null']) };

/** Everything that a value of a schema may be. References lead into the schema itself, or to the shared ones. */
export function shapesOf(schema: Schema | undefined, shared: Readonly<Record<string, Schema>>): Shape[] {
  return read(schema ?? true, { root: schema ?? true, shared });
}

interface Surroundings {
  readonly root: Schema;
  readonly shared: Readonly<Record<string, Schema>>;
}

function read(schema: Schema, around: Surroundings): Shape[] {
  if (typeof schema === 'boolean') return schema ? [anything] : [];
  const { $ref, allOf, anyOf, oneOf } = schema;
  let shapes = [ownShape(schema, around)];
  if (typeof $ref === 'string') shapes = both(shapes, follow($ref, around));
  for (const part of (allOf as Schema[] | undefined) ?? []) shapes = both(shapes, read(part, around));
  for (const parts of [anyOf, oneOf] as (Schema[] | undefined)[]) {
    const alternatives = parts?.flatMap((part) => read(part, around));
    if (alternatives !== undefined) shapes = both(shapes, alternatives);
  }
  return shapes;
}

function ownShape(schema: Exclude<Schema, boolean>, around: Surroundings): Shape {
  const { type, properties = {}, required = [], items, additionalProperties, patternProperties } = schema;
  const declared = Object.entries(properties as Record<string, Schema>);
  const isOpen = declared.length === 0 && additionalProperties === undefined;
  const others =
    additionalProperties === false
      ? 'closed'
      : isOpen || patternProperties !== undefined || additionalProperties !== undefined
        ? 'open'
        : 'unspoken';
  return {
    types: type === undefined ? undefined : new Set([type].flat() as TypeName[]),
    values: 'const' in schema ? [schema.const] : (schema.enum as unknown[] | undefined),
    properties: new Map(declared.map(([name, inner]) => [name, () => read(inner, around)])),
    required: new Set(required as string[]),
    items: () => (items === undefined ? [anything] : read(items as Schema, around)),
    others,
    limits: [schema],
  };
}

function follow(reference: string, { root, shared }: Surroundings): Shape[] {
  const [, first, name, ...rest] = reference.split('/');
  const isShared = first === 'schemas';
  const start: Schema | undefined = isShared ? shared[name ?? ''] : root;
  const path = isShared ? rest : reference.split('/').slice(1);
  let found: unknown = start;
  for (const part of path) found = (found as Record<string, unknown> | undefined)?.[part];
  return found === undefined || start === undefined ? [] : read(found as Schema, { root: start, shared });
}

/** What fits both sides. */
export function both(left: readonly Shape[], right: readonly Shape[]): Shape[] {
  return left.flatMap((one) => right.flatMap((other) => together(one, other) ?? []));
}

function together(left: Shape, right: Shape): Shape | undefined {
  const types = common(left.types, right.types);
  const values =
    left.values && right.values
      ? left.values.filter((value) => right.values?.includes(value))
      : (left.values ?? right.values);
  if (types?.size === 0 || values?.length === 0) return undefined;
  const names = new Set([...left.properties.keys(), ...right.properties.keys()]);
  const property = (name: string) => (): readonly Shape[] => {
    const [one, other] = [left.properties.get(name)?.(), right.properties.get(name)?.()];
    return one && other ? both(one, other) : (one ?? other ?? []);
  };
  const closed = left.others === 'closed' || right.others === 'closed';
  const isOpen = [left, right].every(({ others }) => others === 'open');
  return {
    types,
    values,
    properties: new Map([...names].map((name) => [name, property(name)])),
    required: new Set([...left.required, ...right.required]),
    items: () => both(left.items(), right.items()),
    others: closed ? 'closed' : isOpen ? 'open' : 'unspoken',
    limits: [...left.limits, ...right.limits],
  };
}

function common(left: Shape['types'], right: Shape['types']): Shape['types'] {
  if (left === undefined || right === undefined) return left ?? right;
  const allows = (types: ReadonlySet<TypeName>, type: TypeName): boolean =>
    types.has(type) || (type === 'integer' && types.has('number'));
  const all = new Set([...left, ...right]);
  return new Set([...all].filter((type) => allows(left, type) && allows(right, type)));
}
