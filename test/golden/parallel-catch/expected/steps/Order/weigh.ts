import type { WeighBody } from '../../generated/Order/contract.js';

/**
 * Step weigh of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'price-output': priceOutput, context }) => ({
 *   "grams": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: WeighBody = async () => {
  throw new Error('Step "weigh" of workflow "Order" is not written yet.');
};
