import { Cancelled } from './failure.js';
import { childSignal } from './signals.js';
import type { Thread } from './thread.js';

/** Lines that run side by side. */
export interface Siblings {
  readonly count: number;
  /** What each of them does. */
  run(line: Thread, index: number): Promise<void>;
  /** Records that a line has not come to its end: by its own failure (the first one), or given up for another's. */
  abandoned(index: number, how: 'Failed' | 'Aborted'): void;
}

/**
 * Runs several lines side by side and waits for all of them. When one fails, the others are given up, and the first failure is
 * thrown once they have ended. The parent's line goes on from the last event of the line that decided the end.
 */
export async function runSiblings(parent: Thread, siblings: Siblings): Promise<void> {
  const child = childSignal(parent.signal);
  const unfinished: number[] = [];
  let failure: unknown;
  let lastEventId = parent.lastEventId;
  const run = async (index: number): Promise<void> => {
    const line = parent.fork(child.signal);
    try {
      await siblings.run(line, index);
      lastEventId = unfinished.length === 0 ? line.lastEventId : lastEventId;
    } catch (error) {
      if (unfinished.length === 0) {
        failure = error;
        lastEventId = line.lastEventId;
        child.abort(new Cancelled());
      }
      unfinished.push(index);
    }
  };
  await Promise.all(Array.from({ length: siblings.count }, (_, index) => run(index)));
  child.close();
  parent.signal.throwIfAborted();
  parent.continueFrom(lastEventId);
  const [first, ...others] = unfinished;
  if (first !== undefined) {
    siblings.abandoned(first, 'Failed');
    for (const other of others.sort((a, b) => a - b)) {
      siblings.abandoned(other, 'Aborted');
    }
    throw failure;
  }
}
