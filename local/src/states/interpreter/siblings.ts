import { Cancelled } from './failure.js';
import { childSignal } from './signals.js';
import type { Thread } from './thread.js';

/**
 * Runs several lines side by side and waits for all of them. When one fails, the others are given up, and the first failure is
 * thrown once they have ended. The parent's line goes on from the last event of the line that decided the end.
 */
export async function runSiblings(
  parent: Thread,
  count: number,
  body: (line: Thread, index: number) => Promise<void>,
): Promise<void> {
  const child = childSignal(parent.signal);
  let failed = false;
  let failure: unknown;
  let lastEventId = parent.lastEventId;
  const run = async (index: number): Promise<void> => {
    const line = parent.fork(child.signal);
    try {
      await body(line, index);
      lastEventId = failed ? lastEventId : line.lastEventId;
    } catch (error) {
      if (!failed) {
        failed = true;
        failure = error;
        lastEventId = line.lastEventId;
        child.abort(new Cancelled());
      }
    }
  };
  await Promise.all(Array.from({ length: count }, (_, index) => run(index)));
  child.close();
  parent.signal.throwIfAborted();
  parent.continueFrom(lastEventId);
  if (failed) {
    throw failure;
  }
}
