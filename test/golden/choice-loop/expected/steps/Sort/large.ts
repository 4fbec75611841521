import type { LargeBody } from '../../generated/Sort/contract.js';

/**
 * Step large of workflow Sort.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LargeBody = async () => {
  throw new Error('Step "large" of workflow "Sort" is not written yet.');
};
