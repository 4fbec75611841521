import type { ScalarType } from './value-type.js';

/** A function of JSONata that an expression may call. */
export interface FunctionType {
  /** What each argument may be. */
  readonly takes: readonly (readonly ScalarType[])[];
  /** How many of them must be there. */
  readonly required: number;
  readonly gives: ScalarType;
}

const text = ['string'] as const;
const number = ['number'] as const;
const whole = ['integer'] as const;
const scalar = ['string', 'number', 'boolean', 'null'] as const;

/** The functions by name, without those that take a path (`$exists`, `$count`). None of them depends on time or chance. */
export const functionTypes: Readonly<Record<string, FunctionType>> = {
  not: { takes: [['boolean']], required: 1, gives: 'boolean' },
  boolean: { takes: [scalar], required: 1, gives: 'boolean' },
  string: { takes: [scalar], required: 1, gives: 'string' },
  number: { takes: [['string', 'number', 'boolean']], required: 1, gives: 'number' },
  length: { takes: [text], required: 1, gives: 'integer' },
  lowercase: { takes: [text], required: 1, gives: 'string' },
  uppercase: { takes: [text], required: 1, gives: 'string' },
  trim: { takes: [text], required: 1, gives: 'string' },
  contains: { takes: [text, text], required: 2, gives: 'boolean' },
  substring: { takes: [text, whole, whole], required: 2, gives: 'string' },
  abs: { takes: [number], required: 1, gives: 'number' },
  floor: { takes: [number], required: 1, gives: 'integer' },
  ceil: { takes: [number], required: 1, gives: 'integer' },
  round: { takes: [number, whole], required: 1, gives: 'number' },
};

/** Every function that an expression may call. */
export const functionNames: readonly string[] = ['exists', 'count', ...Object.keys(functionTypes)];
