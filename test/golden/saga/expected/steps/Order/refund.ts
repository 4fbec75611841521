import type { RefundBody } from '../../generated/Order/contract.js';

/**
 * Step refund of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ error, reservation, payment, verdict, 'unbox-output': unboxOutput, context }) => ({
 *   "by": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RefundBody = async () => {
  throw new Error('Step "refund" of workflow "Order" is not written yet.');
};
