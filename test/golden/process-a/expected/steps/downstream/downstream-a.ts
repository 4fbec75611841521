import type { DownstreamABody } from '../../generated/downstream/contract.js';

/**
 * Step downstream-a of workflow downstream.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DownstreamABody = async () => {
  throw new Error('Step "downstream-a" of workflow "downstream" is not written yet.');
};
