/** Time as the client sees it, so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after the time; rejects with the signal's reason when it is aborted sooner. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What a wait takes from the outside world besides AWS. */
export interface Timing {
  readonly clock: Clock;
  /** A number in [0, 1), as `Math.random`. */
  readonly random: () => number;
}

/** The longest time that a Node.js timer can hold; above it fires at once. */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock and chance. */
export const systemTiming: Timing = {
  clock: {
    now: () => Date.now(),
    sleep: async (milliseconds, signal) => {
      for (let left = milliseconds; left > longestTimer; left -= longestTimer) {
        await timer(longestTimer, signal);
      }
      await timer(milliseconds % longestTimer, signal);
    },
  },
  random: Math.random,
};

function timer(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const handle = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    function abort(): void {
      clearTimeout(handle);
      reject(signal?.reason);
    }
    signal?.addEventListener('abort', abort, { once: true });
  });
}
