import type { UnboxBody } from '../../generated/Order/contract.js';

/**
 * Step unbox of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: UnboxBody = async () => {
  throw new Error('Step "unbox" of workflow "Order" is not written yet.');
};
