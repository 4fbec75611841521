import type { ReleaseBody } from '../../generated/Book/contract.js';

/**
 * Step release of workflow Book.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ tour, leg, seat, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReleaseBody = async () => {
  throw new Error('Step "release" of workflow "Book" is not written yet.');
};
