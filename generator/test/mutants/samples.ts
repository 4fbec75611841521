import { anything, type Shape, type TypeName } from './shapes.js';

/** A value of which nothing is known: it may be whatever is wanted. */
export const wild = Symbol('any value');

/** Properties, and properties of them, that somebody looks at. */
export interface Looks extends ReadonlyMap<string, Looks> {}

const deepest = 4;
const scalars: Readonly<Record<string, readonly unknown[]>> = {
  string: ['', 'text'],
  integer: [0, -1, 7, 1000],
  number: [0, -1, 7, 1000, 0.5],
  boolean: [true, false],
  null: [null],
};

/** Values that stand for all that fit a shape: each property there and not, each with several values, one after the other. */
export function samplesOf(shapes: readonly Shape[], depth = 0): unknown[] {
  return shapes.flatMap((shape) => {
    if (shape.values !== undefined) return shape.values.filter((value) => isOf(value, shape.types));
    if (shape.types === undefined) return [wild];
    return [...shape.types].flatMap((type) => {
      if (type === 'object') return objectsOf(shape, depth);
      if (type === 'array') {
        return depth > deepest ? [[]] : [[], ...samplesOf(shape.items(), depth + 1).map((item) => [item])];
      }
      return (scalars[type] ?? []).filter((value) => shape.limits.every((limit) => isWithin(value, limit)));
    });
  });
}

function objectsOf({ properties, required }: Shape, depth: number): object[] {
  const names = new Set([...properties.keys(), ...required]);
  const options = new Map(
    [...names].map((name) => [
      name,
      depth > deepest ? [wild] : samplesOf(properties.get(name)?.() ?? [anything], depth + 1),
    ]),
  );
  const whole = Object.fromEntries([...options].map(([name, [first]]) => [name, first]));
  const varied = [...options].flatMap(([name, values]) => [
    ...values.slice(1).map((value) => ({ ...whole, [name]: value })),
    ...(required.has(name)
      ? []
      : [Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))]),
  ]);
  return [whole, ...varied];
}

/** Whether a value is one of those that a schema takes. */
export function fits(value: unknown, shapes: readonly Shape[]): boolean {
  if (value === wild) return true;
  return shapes.some((shape) => {
    if (!isOf(value, shape.types)) return false;
    if (shape.values !== undefined && !shape.values.includes(value)) return false;
    if (!shape.limits.every((limit) => isWithin(value, limit))) return false;
    if (Array.isArray(value)) return value.every((item) => fits(item, shape.items()));
    if (typeof value !== 'object' || value === null) return true;
    const { properties, required, others } = shape;
    return (
      [...required].every((name) => Object.hasOwn(value, name)) &&
      Object.entries(value).every(([name, inner]) => {
        const declared = properties.get(name);
        return declared === undefined ? others !== 'closed' : fits(inner, declared());
      })
    );
  });
}

function isOf(value: unknown, types: Shape['types']): boolean {
  return (
    types === undefined || types.has(typeOf(value)) || (types.has('number') && typeOf(value) === 'integer')
  );
}

/** The type of a value, a whole number being an integer. */
export function typeOf(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as TypeName;
}

function isWithin(value: unknown, limit: Shape['limits'][number]): boolean {
  const { minimum, maximum, minLength, maxLength } = limit;
  if (typeof value === 'number') {
    return value >= Number(minimum ?? -Infinity) && value <= Number(maximum ?? Infinity);
  }
  if (typeof value !== 'string') return true;
  return value.length >= Number(minLength ?? 0) && value.length <= Number(maxLength ?? Infinity);
}
