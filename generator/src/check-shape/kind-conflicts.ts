import { errorAt, type Pointer } from '../diagnostic.js';
import { listOf, quote } from '../quote.js';
import { type Conflict, keyConflict } from './conflict.js';

const ofFunction = ['reads', 'output', 'timeout', 'memory', 'environment', 'retry', 'catch', 'next'];

/** The keys that each kind of step has beside its own. */
const keysOfKind: Readonly<Record<string, readonly string[]>> = {
  task: [...ofFunction, 'handler', 'compensate'],
  downstream: [...ofFunction, 'compensate'],
  callback: [...ofFunction, 'handler'],
  choice: ['otherwise'],
  parallel: ['retry', 'catch', 'next'],
  map: ['output', 'retry', 'catch', 'next'],
  wait: ['next'],
  asl: [...ofFunction, 'rights'],
  succeed: [],
  fail: [],
};
/** The kinds that a key names; a task is what has none of them. */
export const kinds: readonly string[] = Object.keys(keysOfKind).slice(1);
const limited: ReadonlySet<string> = new Set(Object.values(keysOfKind).flat());

/** Two kinds on one step, and keys that a step of its kind cannot have. */
export function kindConflicts(step: Readonly<Record<string, unknown>>, at: Pointer): Conflict[] {
  const keys = Object.keys(step);
  const present = keys.filter((key) => kinds.includes(key));
  const [kind = 'task', second] = present;
  const name = quote(at.at(-1));
  if (second !== undefined) {
    const message = `Step ${name} has the kinds ${listOf(present, 'and')}. A step has one kind at most.`;
    const covers = present.map((key) => [...at, key]);
    return [{ diagnostic: errorAt('conflicting-keys', [...at, second], message, 'key'), covers }];
  }
  const allowed = keysOfKind[kind];
  if (allowed === undefined) return [];
  return keys
    .filter((key) => limited.has(key) && !allowed.includes(key))
    .map((key) => {
      const subject = kind === 'task' ? 'is a task' : `is of the kind ${quote(kind)}`;
      const message = `Step ${name} ${subject}, which has no ${quote(key)}. The key should be left out.`;
      return keyConflict([...at, key], message);
    });
}
