import type { Conjunction, ConjunctionPart } from './conjunction.js';
import type { Mismatch } from './mismatch.js';
import { finiteValues } from './values.js';

type Keywords = ConjunctionPart['schema'];

/** Keywords that bound from below; each with what it bounds and whether the bound itself is left out. */
const lower = {
  minimum: { of: 'number', strict: false },
  exclusiveMinimum: { of: 'number', strict: true },
  minLength: { of: 'length', strict: false },
} as const;

/** Keywords that bound from above. */
const upper = {
  maximum: { of: 'number', strict: false },
  exclusiveMaximum: { of: 'number', strict: true },
  maxLength: { of: 'length', strict: false },
} as const;

/** Whether a number or text may pass the bounds of a target. A source that names no bound is taken to fit. */
export function boundMismatch(source: Conjunction, target: Keywords): Mismatch | undefined {
  for (const [keyword, bound] of Object.entries(lower)) {
    const found = passes({ keyword, ...bound }, { source, target, side: lower, sign: 1 });
    if (found) return { path: [], reason: `may be below the ${keyword} of ${String(target[keyword])}` };
  }
  for (const [keyword, bound] of Object.entries(upper)) {
    const found = passes({ keyword, ...bound }, { source, target, side: upper, sign: -1 });
    if (found) return { path: [], reason: `may be above the ${keyword} of ${String(target[keyword])}` };
  }
  return undefined;
}

interface Bound {
  readonly keyword: string;
  readonly of: 'number' | 'length';
  readonly strict: boolean;
}

interface Sides {
  readonly source: Conjunction;
  readonly target: Keywords;
  readonly side: Readonly<Record<string, { readonly of: string; readonly strict: boolean }>>;
  /** 1 where more is safer, -1 where less is. */
  readonly sign: 1 | -1;
}

function passes({ keyword, of, strict }: Bound, { source, target, side, sign }: Sides): boolean {
  const limit = target[keyword];
  if (typeof limit !== 'number') return false;
  const values = finiteValues(source);
  if (values !== undefined) {
    return values.some((value) => {
      const size = sizeOf(value, of);
      return size !== undefined && (sign * (size - limit) < 0 || (strict && size === limit));
    });
  }
  const own = boundsOf(source, side, of);
  if (own.length === 0) return false;
  return !own.some(({ value, strict: ownStrict }) => {
    const distance = sign * (value - limit);
    return distance > 0 || (distance === 0 && (!strict || ownStrict));
  });
}

function sizeOf(value: unknown, of: Bound['of']): number | undefined {
  if (of === 'number') return typeof value === 'number' ? value : undefined;
  return typeof value === 'string' ? [...value].length : undefined;
}

function boundsOf(
  source: Conjunction,
  side: Sides['side'],
  of: Bound['of'],
): { readonly value: number; readonly strict: boolean }[] {
  return Object.entries(side)
    .filter(([, bound]) => bound.of === of)
    .flatMap(([keyword, { strict }]) =>
      source.flatMap(({ schema }) => {
        const value = schema[keyword];
        return typeof value === 'number' ? [{ value, strict }] : [];
      }),
    );
}
