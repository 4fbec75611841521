import type { HireBody } from '../../generated/Book/contract.js';

/**
 * Step hire of workflow Book.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ tour, context }) => ("…")
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: HireBody = async () => {
  throw new Error('Step "hire" of workflow "Book" is not written yet.');
};
