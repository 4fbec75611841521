import type { AddBody } from '../../generated/Book/contract.js';

/**
 * Step add of workflow Book.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ row, context }) => (0)
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: AddBody = async () => {
  throw new Error('Step "add" of workflow "Book" is not written yet.');
};
