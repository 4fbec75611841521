import type { Literal } from './tree.js';

export type ScalarType = 'string' | 'integer' | 'number' | 'boolean' | 'null';

/** What is known of the value of an expression. */
export interface ValueType {
  readonly types: ReadonlySet<ScalarType>;
  /** The only values that it can have; absent where there are too many to list. */
  readonly values?: readonly Literal[];
  /** Whether there may be no value at all. */
  readonly missing: boolean;
}

/** The type of values that are certainly there. */
export function ofTypes(...types: ScalarType[]): ValueType {
  return { types: new Set(types), missing: false };
}

/** The type of values that are written out, or listed by a schema. */
export function typeOfValues(values: readonly Literal[]): ValueType {
  return { types: new Set(values.map(typeOfLiteral)), values, missing: false };
}

/** One of both. */
export function eitherType(left: ValueType, right: ValueType): ValueType {
  const types = new Set([...left.types, ...right.types]);
  const missing = left.missing || right.missing;
  if (left.values === undefined || right.values === undefined) return { types, missing };
  return { types, missing, values: [...new Set([...left.values, ...right.values])] };
}

/** Whether every value is of one of these types; an integer is a number. */
export function isOnly({ types }: ValueType, ...allowed: readonly ScalarType[]): boolean {
  return [...types].every(
    (type) => allowed.includes(type) || (type === 'integer' && allowed.includes('number')),
  );
}

/** Types in words: `text`, `a whole number or null`. */
export function describeTypes(types: Iterable<ScalarType>): string {
  return [...types].map((type) => names[type]).join(' or ');
}

const names: Readonly<Record<ScalarType, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

function typeOfLiteral(value: Literal): ScalarType {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}
