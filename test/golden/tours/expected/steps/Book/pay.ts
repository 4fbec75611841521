import type { PayBody } from '../../generated/Book/contract.js';

/**
 * Step pay of workflow Book.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'all-seats': allSeats, sums, context }) => ({
 *   "seats": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PayBody = async () => {
  throw new Error('Step "pay" of workflow "Book" is not written yet.');
};
