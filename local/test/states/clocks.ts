import type { Clock } from '../../src/states/index.js';

/** Time that runs a thousand times as fast: what takes seconds in a definition takes milliseconds in a test. */
export function fastClock(): Clock {
  const begun = Date.now();
  const base = performance.now();
  const factor = 1000;
  return {
    now: () => begun + (performance.now() - base) * factor,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const abort = (): void => {
          clearTimeout(timer);
          reject(signal.reason);
        };
        const timer = setTimeout(
          () => {
            signal.removeEventListener('abort', abort);
            resolve();
          },
          Math.min(ms / factor, 2 ** 31 - 1),
        );
        if (signal.aborted) {
          abort();
        } else {
          signal.addEventListener('abort', abort, { once: true });
        }
      }),
  };
}

interface Sleeper {
  readonly until: number;
  wake(): void;
}

/** Time that stands still until a test moves it on, or that jumps to the end of each sleep. */
export class ManualClock implements Clock {
  /** The sleeps that were asked for, in milliseconds. */
  readonly sleeps: number[] = [];
  readonly #jumps: boolean;
  readonly #sleepers = new Set<Sleeper>();
  #now = Date.parse('2026-01-01T00:00:00.000Z');
  #waiting: (() => void)[] = [];

  constructor(options: { readonly jumps?: boolean } = {}) {
    this.#jumps = options.jumps ?? false;
  }

  now(): number {
    return this.#now;
  }

  async sleep(ms: number, signal: AbortSignal): Promise<void> {
    this.sleeps.push(ms);
    signal.throwIfAborted();
    if (this.#jumps) {
      this.#now += ms;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const sleeper = { until: this.#now + ms, wake: resolve };
      this.#sleepers.add(sleeper);
      signal.addEventListener(
        'abort',
        () => {
          this.#sleepers.delete(sleeper);
          reject(signal.reason);
        },
        { once: true },
      );
      for (const notify of this.#waiting.splice(0)) {
        notify();
      }
    });
  }

  /** How many sleeps are under way. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  /** Ends once so many sleep. */
  async untilSleeping(count = 1): Promise<void> {
    while (this.#sleepers.size < count) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Moves time on and wakes whoever's time has come. */
  advance(ms: number): void {
    this.#now += ms;
    for (const sleeper of [...this.#sleepers]) {
      if (sleeper.until <= this.#now) {
        this.#sleepers.delete(sleeper);
        sleeper.wake();
      }
    }
  }
}
