import type { ReleaseBody } from '../../generated/Order/contract.js';

/**
 * Puts what was reserved back on its shelf
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, error, reservation, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReleaseBody = async () => {
  throw new Error('Step "release" of workflow "Order" is not written yet.');
};
