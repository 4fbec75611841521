import { errorAt, type Pointer } from '../diagnostic.js';
import { quote } from '../quote.js';
import type { Conflict } from './conflict.js';

/** Keys that a map cannot have, or that only a map can have. */
export function mapConflicts(step: Readonly<Record<string, unknown>>, at: Pointer): Conflict[] {
  const output = fieldsOf(step.output);
  const name = quote(at.at(-1));
  if (step.map === undefined) {
    if (output.collect === undefined) return [];
    const message = `Step ${name} is no map, so that it has nothing to collect. The key should be left out.`;
    return [conflict([...at, 'output', 'collect'], message)];
  }
  const { mode, tolerate } = fieldsOf(step.map);
  const found: Conflict[] = [];
  if (tolerate !== undefined && mode !== 'distributed') {
    const message = `Map ${name} is inline, and fails with the first item that fails. "tolerate" needs "mode: distributed"; an inline map may "catch" inside.`;
    found.push(conflict([...at, 'map', 'tolerate'], message));
  }
  for (const key of ['schema', 'content'].filter((other) => output[other] !== undefined)) {
    const message = `${quote(key)} cannot be chosen for the output of a map, which is a list of what it collects. It belongs to the step inside.`;
    found.push(conflict([...at, 'output', key], message));
  }
  return found;
}

function conflict(place: Pointer, message: string): Conflict {
  return { diagnostic: errorAt('conflicting-keys', place, message, 'key'), covers: [place] };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
