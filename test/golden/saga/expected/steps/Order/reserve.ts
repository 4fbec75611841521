import type { ReserveBody } from '../../generated/Order/contract.js';

/**
 * Step reserve of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "shelf": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReserveBody = async () => {
  throw new Error('Step "reserve" of workflow "Order" is not written yet.');
};
