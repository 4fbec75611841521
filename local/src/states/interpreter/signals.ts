import { setMaxListeners } from 'node:events';
import type { Clock } from '../clock.js';
import { Cancelled } from './failure.js';

/** A signal that is aborted with its parent, or alone. */
export interface ChildSignal {
  readonly signal: AbortSignal;
  abort(reason: Error): void;
  /** Lets go of the parent; whatever still waits on the child is given up. */
  close(): void;
}

/** Nobody sees this reason; one for all spares a stack trace for each task. */
const closed = new Cancelled();

/** Makes a signal that follows its parent until it is closed. */
export function childSignal(parent: AbortSignal): ChildSignal {
  const controller = new AbortController();
  // One listener per branch that runs at the moment: more than Node's warning threshold, and no leak.
  setMaxListeners(0, controller.signal);
  const follow = (): void => controller.abort(parent.reason);
  if (parent.aborted) {
    follow();
  } else {
    parent.addEventListener('abort', follow, { once: true });
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    close: () => {
      parent.removeEventListener('abort', follow);
      controller.abort(closed);
    },
  };
}

/** Settles as the promise does, or rejects with the signal's reason as soon as it is aborted. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort, { once: true });
    const settled = (): void => signal.removeEventListener('abort', abort);
    promise.then(resolve, reject).then(settled, settled);
  });
}

/** A piece of work that may take only so long. */
export interface DeadlineOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** No limit when undefined. */
  readonly seconds: number | undefined;
  /** What the caller gets when the time is over. */
  readonly timeout: () => Error;
}

/** Runs work until it ends, its time is over or the signal is aborted; the work's own signal tells it to stop. */
export async function withDeadline<T>(
  options: DeadlineOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (options.seconds === undefined) {
    return await abortable(work(options.signal), options.signal);
  }
  const child = childSignal(options.signal);
  try {
    const alarm = options.clock.sleep(options.seconds * 1000, child.signal).then(() => {
      throw options.timeout();
    });
    return await Promise.race([abortable(work(child.signal), child.signal), alarm]);
  } finally {
    child.close();
  }
}
