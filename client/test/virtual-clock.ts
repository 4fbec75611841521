import type { Clock } from '../src/clock.js';

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

/** A clock that stands still until the test moves it. */
export class VirtualClock implements Clock {
  /** Every sleep that was asked for, in milliseconds. */
  readonly sleeps: number[] = [];
  #now = 1_000_000;
  #sleepers: Sleeper[] = [];

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.sleeps.push(milliseconds);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const leave = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        reject(signal?.reason);
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const sleeper: Sleeper = { due: this.#now + milliseconds, wake };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', leave);
    });
  }

  /** Moves on to the next sleeper that is due; does nothing while fewer than these sleep. */
  async step(sleepers = 1): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#sleepers.length < sleepers) return;
    const next = this.#sleepers.reduce<Sleeper | undefined>(
      (first, one) => (first === undefined || one.due < first.due ? one : first),
      undefined,
    );
    if (next === undefined) return;
    this.#sleepers = this.#sleepers.filter((other) => other !== next);
    this.#now = Math.max(this.#now, next.due);
    next.wake();
  }

  /** Moves on from sleeper to sleeper until the promise is settled; while fewer than these sleep, somebody is still at work. */
  async runUntil<Value>(promise: Promise<Value>, sleepers = 1): Promise<Value> {
    let settled = false;
    const mark = (): void => {
      settled = true;
    };
    promise.then(mark, mark);
    while (!settled) await this.step(sleepers);
    return promise;
  }
}
