import type { Clock } from './clock.js';

interface Sleeper {
  readonly until: number;
  /** Counts up: of two that wake at one time, the first to sleep wakes first. */
  readonly sequence: number;
  wake(): void;
}

/**
 * Time that jumps to the next alarm as soon as nothing is under way, so that days pass in milliseconds. While work holds it, it
 * goes on as the system's time does.
 */
export class VirtualClock implements Clock {
  /** In the order in which they wake. */
  readonly #sleepers: Sleeper[] = [];
  /** Milliseconds by which this time is ahead of the system's. */
  #ahead = 0;
  #sequence = 0;
  #holders = 0;
  #looking = false;

  now(): number {
    return Date.now() + this.#ahead;
  }

  hold(): () => void {
    this.#holders += 1;
    let held = true;
    return () => {
      if (held) {
        held = false;
        this.#holders -= 1;
        this.#lookLater();
      }
    };
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      this.#sequence += 1;
      const abort = (): void => {
        this.#sleepers.splice(this.#positionOf(sleeper), 1);
        reject(signal.reason);
      };
      const wake = (): void => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { until: this.now() + ms, sequence: this.#sequence, wake };
      this.#sleepers.splice(this.#positionOf(sleeper), 0, sleeper);
      signal.addEventListener('abort', abort, { once: true });
      this.#lookLater();
    });
  }

  /** After everything that goes on without waiting has gone on. */
  #lookLater(): void {
    if (!this.#looking) {
      this.#looking = true;
      setImmediate(() => {
        this.#looking = false;
        this.#look();
      });
    }
  }

  #look(): void {
    if (this.#holders > 0) {
      return;
    }
    const next = this.#sleepers.shift();
    if (next !== undefined) {
      this.#ahead += Math.max(next.until - this.now(), 0);
      next.wake();
      this.#lookLater();
    }
  }

  /** Where a sleeper stands, or would stand. */
  #positionOf({ until, sequence }: Sleeper): number {
    let low = 0;
    let high = this.#sleepers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#sleepers[middle];
      const before =
        other !== undefined && (other.until < until || (other.until === until && other.sequence < sequence));
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }
}
