import type { Pointer } from '../diagnostic.js';
import { quote } from '../quote.js';
import { type Conflict, keyConflict, mapOf } from './conflict.js';

/** Keys that a map cannot have, or that only a map can have. */
export function mapConflicts(step: Readonly<Record<string, unknown>>, at: Pointer): Conflict[] {
  const output = mapOf(step.output);
  const name = quote(at.at(-1));
  if (step.map === undefined) {
    if (output.collect === undefined) return [];
    const message = `Step ${name} is no map, so that it has nothing to collect. The key should be left out.`;
    return [keyConflict([...at, 'output', 'collect'], message)];
  }
  const { mode, tolerate } = mapOf(step.map);
  const found: Conflict[] = [];
  if (tolerate !== undefined && mode !== 'distributed') {
    const message = `Map ${name} is inline, and fails with the first item that fails. "tolerate" needs "mode: distributed"; an inline map may "catch" inside.`;
    found.push(keyConflict([...at, 'map', 'tolerate'], message));
  }
  for (const key of ['schema', 'content'].filter((other) => output[other] !== undefined)) {
    const message = `${quote(key)} cannot be chosen for the output of a map, which is a list of what it collects. It belongs to the step inside.`;
    found.push(keyConflict([...at, 'output', key], message));
  }
  return found;
}
