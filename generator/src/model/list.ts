import type { Pointer } from '../diagnostic.js';

/** A reference to a list: `input`, an output key, or the item of a map around, and property names below it. */
export interface MapSource {
  readonly key: string;
  readonly path: readonly string[];
  readonly at: Pointer;
}

/** How much of a distributed map may fail. */
export type Tolerance =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'percentage'; readonly percentage: number };
