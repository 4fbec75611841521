import { type Looks, samplesOf, wild } from './samples.js';
import { anything, type Shape } from './shapes.js';

/** A property that no schema has. */
export class UnknownProperty extends Error {}

/**
 * Values of which only what somebody looks at is filled in, and all combinations of that.
 *
 * @param literals What the values are compared with, so that both answers come up.
 */
export function viewsOf(
  shapes: readonly Shape[],
  looks: Looks,
  literals: readonly unknown[] = [],
): unknown[] {
  if (looks.size > 0) expectKnown(shapes, looks);
  return shapes.flatMap((shape) => {
    const { types, properties, required, others } = shape;
    if (looks.size === 0 || (types !== undefined && !types.has('object'))) return plain(shape, literals);
    // What cannot be looked into has none of the properties.
    const rest = types === undefined ? [] : [...types].filter((type) => type !== 'object');
    const other = rest.length === 0 ? [] : plain({ ...shape, types: new Set(rest) }, literals);
    let objects: Record<string, unknown>[] = [{}];
    for (const [name, inner] of looks) {
      const declared = properties.get(name)?.() ?? (others === 'open' ? [anything] : []);
      const isSure = required.has(name) && types !== undefined && declared.length > 0;
      const values = viewsOf(declared, declared.length === 0 ? new Map() : inner, literals);
      objects = objects.flatMap((object) => [
        ...values.map((value) => ({ ...object, [name]: value })),
        ...(isSure ? [] : [object]),
      ]);
    }
    return [...objects, ...other];
  });
}

function expectKnown(shapes: readonly Shape[], looks: Looks): void {
  const objects = shapes.filter(({ types }) => types === undefined || types.has('object'));
  for (const name of looks.keys()) {
    if (!objects.some(({ properties, others }) => properties.has(name) || others === 'open')) {
      throw new UnknownProperty(name);
    }
  }
}

function plain(shape: Shape, literals: readonly unknown[]): unknown[] {
  if (shape.values !== undefined) return [...shape.values];
  if (shape.types === undefined) return [wild];
  return [...shape.types].flatMap((type): unknown[] => {
    if (type === 'object') return [{}];
    if (type === 'array') return [[], ['item'], ['item', 'item', 'item', 'item']];
    const own = samplesOf([{ ...shape, types: new Set([type]) }]);
    const near = literals.flatMap((literal): unknown[] => {
      if (typeof literal === 'number' && (type === 'integer' || type === 'number'))
        return [literal - 1, literal, literal + 1];
      return typeof literal === 'string' && type === 'string' ? [literal] : [];
    });
    return [...new Set([...own.slice(0, 2), ...near, ...(type === 'number' ? [0.5] : [])])];
  });
}
