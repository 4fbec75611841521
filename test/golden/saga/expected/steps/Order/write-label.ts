import type { WriteLabelBody } from '../../generated/Order/contract.js';

/**
 * Step write-label of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, error, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: WriteLabelBody = async () => {
  throw new Error('Step "write-label" of workflow "Order" is not written yet.');
};
