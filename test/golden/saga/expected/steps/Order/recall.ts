import type { RecallBody } from '../../generated/Order/contract.js';

/**
 * Step recall of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, error, reservation, shipment, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RecallBody = async () => {
  throw new Error('Step "recall" of workflow "Order" is not written yet.');
};
