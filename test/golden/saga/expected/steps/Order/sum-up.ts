import type { SumUpBody } from '../../generated/Order/contract.js';

/**
 * Step sum-up of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, error, payment, 'release-output': releaseOutput, refund, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SumUpBody = async () => {
  throw new Error('Step "sum-up" of workflow "Order" is not written yet.');
};
