import type { SendBody } from '../../generated/Shipping/contract.js';

/**
 * Step send of workflow Shipping.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SendBody = async () => {
  throw new Error('Step "send" of workflow "Shipping" is not written yet.');
};
