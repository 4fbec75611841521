import type { PackBody } from '../../generated/Shipping/contract.js';

/**
 * Step pack of workflow Shipping.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "grams": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PackBody = async () => {
  throw new Error('Step "pack" of workflow "Shipping" is not written yet.');
};
