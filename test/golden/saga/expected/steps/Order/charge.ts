import type { ChargeBody } from '../../generated/Order/contract.js';

/**
 * Step charge of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, reservation, context }) => ({
 *   "card": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ChargeBody = async () => {
  throw new Error('Step "charge" of workflow "Order" is not written yet.');
};
