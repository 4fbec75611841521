import type { ReviewBody } from '../../generated/Order/contract.js';

/**
 * Step review of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "ok": false
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReviewBody = async () => {
  throw new Error('Step "review" of workflow "Order" is not written yet.');
};
