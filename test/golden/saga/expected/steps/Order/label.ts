import type { LabelBody } from '../../generated/Order/contract.js';

/**
 * Step label of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, reservation, 'box-output': boxOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LabelBody = async () => {
  throw new Error('Step "label" of workflow "Order" is not written yet.');
};
