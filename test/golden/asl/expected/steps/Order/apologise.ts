import type { ApologiseBody } from '../../generated/Order/contract.js';

/**
 * Step apologise of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ error, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ApologiseBody = async () => {
  throw new Error('Step "apologise" of workflow "Order" is not written yet.');
};
