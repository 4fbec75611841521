import { type Diagnostic, errorAt, type Pointer } from '../diagnostic.js';

/** Two keys that cannot stand side by side. */
export interface Conflict {
  readonly diagnostic: Diagnostic;
  /** What needs no further diagnostic. */
  readonly covers: readonly Pointer[];
}

/** A key that must be left out. */
export function keyConflict(place: Pointer, message: string): Conflict {
  return { diagnostic: errorAt('conflicting-keys', place, message, 'key'), covers: [place] };
}

/** A value of the spec as a map; what is none has no entries. */
export function mapOf(value: unknown): Readonly<Record<string | number, unknown>> {
  const map = typeof value === 'object' && value !== null && !Array.isArray(value);
  return map ? (value as Readonly<Record<string, unknown>>) : {};
}
