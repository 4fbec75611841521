import type { Retrier } from '../definition/machine.js';
import { matchesError } from './failure.js';

/**
 * Counts the attempts of one visit of a state, each retrier for itself.
 * The first retrier that names the error decides: when its attempts are used up, no later one is asked.
 */
export class RetryCounters {
  readonly #retriers: readonly Retrier[];
  readonly #used = new Map<Retrier, number>();
  #total = 0;

  constructor(retriers: readonly Retrier[]) {
    this.#retriers = retriers;
  }

  /** How often the state was tried again, `$states.context.State.RetryCount`. */
  get total(): number {
    return this.#total;
  }

  /** Milliseconds to wait before the next attempt; undefined when there is none. */
  nextDelay(error: string, random: () => number): number | undefined {
    const retrier = this.#retriers.find((candidate) => matchesError(candidate.errors, error));
    if (retrier === undefined) {
      return undefined;
    }
    const used = this.#used.get(retrier) ?? 0;
    if (used >= retrier.maxAttempts) {
      return undefined;
    }
    this.#used.set(retrier, used + 1);
    this.#total += 1;
    const seconds = Math.min(
      retrier.intervalSeconds * retrier.backoffRate ** used,
      retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY,
    );
    return seconds * 1000 * (retrier.jitter === 'FULL' ? random() : 1);
  }
}
