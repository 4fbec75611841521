import type { DownstreamCBody } from '../../generated/downstream/contract.js';

/**
 * Step downstream-c of workflow downstream.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'downstream-a-output': downstreamAOutput, 'downstream-b-output': downstreamBOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DownstreamCBody = async () => {
  throw new Error('Step "downstream-c" of workflow "downstream" is not written yet.');
};
