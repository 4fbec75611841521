import type { PriceBody } from '../../generated/Order/contract.js';

/**
 * Step price of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "total": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PriceBody = async () => {
  throw new Error('Step "price" of workflow "Order" is not written yet.');
};
