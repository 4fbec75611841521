import type { GiveUpBody } from '../../generated/Order/contract.js';

/**
 * Step give-up of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ error, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: GiveUpBody = async () => {
  throw new Error('Step "give-up" of workflow "Order" is not written yet.');
};
