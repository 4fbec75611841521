import type { ConfirmBody } from '../../generated/Order/contract.js';

/**
 * Step confirm of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, reservation, payment, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ConfirmBody = async () => {
  throw new Error('Step "confirm" of workflow "Order" is not written yet.');
};
