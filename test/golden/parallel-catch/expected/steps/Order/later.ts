import type { LaterBody } from '../../generated/Order/contract.js';

/**
 * Step later of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ error, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LaterBody = async () => {
  throw new Error('Step "later" of workflow "Order" is not written yet.');
};
