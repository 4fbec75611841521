import type { Clock } from './clock.js';

/** How fast callers may go. */
export interface PaceOptions {
  readonly clock: Clock;
  /** Calls per second in the long run. */
  readonly perSecond: number;
  /** Calls that may be made at once after a rest. */
  readonly burst: number;
}

/** Lets callers go on one after the other, in the order in which they came, and never faster than agreed. */
export class Pace {
  readonly #options: PaceOptions;
  readonly #queue: (() => void)[] = [];
  #tokens: number;
  #counted: number;
  #serving = false;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#tokens = options.burst;
    this.#counted = options.clock.now();
  }

  /** Resolves when it is the caller's turn; a caller whose signal is aborted leaves the queue. */
  turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        const place = this.#queue.indexOf(go);
        if (place >= 0) this.#queue.splice(place, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#queue.push(go);
      if (!this.#serving) void this.#serve();
    });
  }

  async #serve(): Promise<void> {
    this.#serving = true;
    while (this.#queue.length > 0) {
      this.#refill();
      if (this.#tokens >= 1) {
        this.#tokens -= 1;
        this.#queue.shift()?.();
      } else {
        const missing = 1 - this.#tokens;
        await this.#options.clock.sleep(Math.ceil((missing / this.#options.perSecond) * 1000));
      }
    }
    this.#serving = false;
  }

  #refill(): void {
    const now = this.#options.clock.now();
    // A clock that was set back must not take tokens away.
    const elapsed = Math.max(now - this.#counted, 0) / 1000;
    this.#tokens = Math.min(this.#tokens + elapsed * this.#options.perSecond, this.#options.burst);
    this.#counted = now;
  }
}
