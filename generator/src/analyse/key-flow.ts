import { type KeyIndex, KeySet } from './key-set.js';
import type { StepGraph } from './step-graph.js';

/** What has been written when a step is entered. */
export interface KeysBefore {
  /** On every path. */
  readonly certain: KeySet;
  /** On some path. */
  readonly possible: KeySet;
}

/**
 * Follows the output keys along the edges until nothing changes any more: certain keys are the intersection over what leads
 * to a step, possible keys the union. A step that nothing leads to has no entry.
 */
export function keyFlow(
  graph: StepGraph,
  writes: readonly (string | undefined)[],
  index: KeyIndex,
): ReadonlyMap<number, KeysBefore> {
  const before = new Map<number, KeysBefore>();
  if (writes.length === 0) return before;
  const none = new KeySet(index);
  before.set(0, { certain: none, possible: none });
  const queue = [0];
  const queued = new Set(queue);
  for (const step of queue) {
    queued.delete(step);
    const after = afterStep(before.get(step), writes[step]);
    for (const next of graph.successors[step] ?? []) {
      const merged = merge(before.get(next), after);
      if (merged === undefined) continue;
      before.set(next, merged);
      if (queued.has(next)) continue;
      queued.add(next);
      queue.push(next);
    }
  }
  return before;
}

function afterStep(before: KeysBefore | undefined, written: string | undefined): KeysBefore | undefined {
  if (before === undefined || written === undefined) return before;
  return { certain: before.certain.with(written), possible: before.possible.with(written) };
}

/** What holds where one more path arrives; `undefined` when it brings nothing new. */
function merge(known: KeysBefore | undefined, arriving: KeysBefore | undefined): KeysBefore | undefined {
  if (known === undefined || arriving === undefined) return arriving;
  const certain = known.certain.intersection(arriving.certain);
  const possible = known.possible.union(arriving.possible);
  return certain.equals(known.certain) && possible.equals(known.possible) ? undefined : { certain, possible };
}
