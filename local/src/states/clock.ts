/** Where the interpreter takes the time from, so that waits can be tested, or run faster than time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Ends after `ms` milliseconds, of any length; rejects with the signal's reason once it is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Keeps a clock that skips time from skipping, until what it returns is called. */
  hold?(): () => void;
}

/** Does work during which no time is skipped. */
export async function holdingTime<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const release = clock.hold?.();
  try {
    return await work();
  } finally {
    release?.();
  }
}

/** The longest delay that Node's timers take; anything longer fires at once. */
const longestTimer = 2_147_483_647;

/** The time of the machine that this runs on. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    const end = performance.now() + ms;
    let left = ms;
    do {
      await timer(Math.min(Math.max(left, 0), longestTimer), signal);
      left = end - performance.now();
    } while (left > 1);
  },
};

function timer(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = (): void => {
      clearTimeout(handle);
      reject(signal.reason);
    };
    const handle = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal.addEventListener('abort', abort, { once: true });
  });
}
