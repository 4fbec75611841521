import { listOf } from '../quote.js';
import type { Conjunction } from './conjunction.js';

/** The type of a JSON value as JSON Schema names it; whole numbers are integers. */
export function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** The only values that may be, from `enum` and `const`; `undefined` where there is no such list. */
export function finiteValues(conjunction: Conjunction): readonly unknown[] | undefined {
  let values: readonly unknown[] | undefined;
  for (const { schema } of conjunction) {
    const own = Object.hasOwn(schema, 'const')
      ? [schema.const]
      : Array.isArray(schema.enum)
        ? schema.enum
        : undefined;
    if (own === undefined) continue;
    values = values === undefined ? own : values.filter((value) => includesValue(own, value));
  }
  return values;
}

/** Whether a list has an equal JSON value. */
export function includesValue(list: readonly unknown[], value: unknown): boolean {
  const text = canonical(value);
  return list.some((item) => canonical(item) === text);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

/** The types that a value may have; `undefined` where nothing is said of it. */
export function typesOf(conjunction: Conjunction): readonly string[] | undefined {
  const values = finiteValues(conjunction);
  if (values !== undefined) return [...new Set(values.map(typeOfValue))];
  let types: readonly string[] | undefined;
  for (const { schema } of conjunction) {
    const own = [schema.type]
      .flat()
      .filter((type): type is string => typeof type === 'string' && type in names);
    if (own.length === 0) continue;
    types = types === undefined ? own : types.filter((type) => allowsType(own, type));
  }
  return types;
}

/** Whether a list of types admits a type; every integer is a number. */
export function allowsType(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** A value's schema in a few words. */
export function describeValue(conjunction: Conjunction): string {
  const values = finiteValues(conjunction);
  if (values !== undefined) return listOf(values);
  return (typesOf(conjunction) ?? []).map((type) => names[type] ?? type).join(' or ') || 'any value';
}
