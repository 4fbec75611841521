import type { LiftBody } from '../../generated/Batch/contract.js';

/**
 * Step lift of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ order, 'prepare-output': prepareOutput, 'weigh-output': weighOutput, picked, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LiftBody = async () => {
  throw new Error('Step "lift" of workflow "Batch" is not written yet.');
};
