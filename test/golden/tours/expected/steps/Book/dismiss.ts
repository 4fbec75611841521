import type { DismissBody } from '../../generated/Book/contract.js';

/**
 * Step dismiss of workflow Book.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ guide, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DismissBody = async () => {
  throw new Error('Step "dismiss" of workflow "Book" is not written yet.');
};
