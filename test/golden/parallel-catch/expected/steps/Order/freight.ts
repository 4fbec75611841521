import type { FreightBody } from '../../generated/Order/contract.js';

/**
 * Step freight of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'weigh-output': weighOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: FreightBody = async () => {
  throw new Error('Step "freight" of workflow "Order" is not written yet.');
};
