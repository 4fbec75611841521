import type { RegretBody } from '../../generated/Book/contract.js';

/**
 * Step regret of workflow Book.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, error, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RegretBody = async () => {
  throw new Error('Step "regret" of workflow "Book" is not written yet.');
};
