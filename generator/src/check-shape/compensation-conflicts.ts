import type { Pointer } from '../diagnostic.js';
import { quote } from '../quote.js';
import { type Conflict, keyConflict } from './conflict.js';
import { kinds } from './kind-conflicts.js';

/** What steps have and compensations have not: a kind, and everything that leads on. */
const ofSteps: ReadonlySet<string> = new Set([...kinds, 'next', 'catch', 'compensate', 'otherwise']);

/** Keys of steps on a compensation. */
export function compensationConflicts(task: Readonly<Record<string, unknown>>, at: Pointer): Conflict[] {
  return Object.keys(task)
    .filter((key) => ofSteps.has(key))
    .map((key) => {
      const message = `Compensation ${quote(at.at(-1))} has ${quote(key)}, which only steps have: a compensation is a task, and what follows it is known. The key should be left out.`;
      return keyConflict([...at, key], message);
    });
}
