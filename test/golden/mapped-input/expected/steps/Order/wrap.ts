import type { WrapBody } from '../../generated/Order/contract.js';

/**
 * Step wrap of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'price.v2': priceV2, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: WrapBody = async () => {
  throw new Error('Step "wrap" of workflow "Order" is not written yet.');
};
