import type { Diagnostic, Pointer } from '../diagnostic.js';

/** Two keys that cannot stand side by side. */
export interface Conflict {
  readonly diagnostic: Diagnostic;
  /** What needs no further diagnostic. */
  readonly covers: readonly Pointer[];
}
