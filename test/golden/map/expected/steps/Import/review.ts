import type { ReviewBody } from '../../generated/Import/contract.js';

/**
 * Step review of workflow Import.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ checked, context }) => ({
 *   "again": false
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReviewBody = async () => {
  throw new Error('Step "review" of workflow "Import" is not written yet.');
};
