import type { WeighBody } from '../../generated/Batch/contract.js';

/**
 * Step weigh of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ order, 'prepare-output': prepareOutput, context }) => ({
 *   "heavy": false
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: WeighBody = async () => {
  throw new Error('Step "weigh" of workflow "Batch" is not written yet.');
};
