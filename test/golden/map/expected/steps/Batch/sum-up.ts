import type { SumUpBody } from '../../generated/Batch/contract.js';

/**
 * Step sum-up of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ parcels, 'labels-output': labelsOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SumUpBody = async () => {
  throw new Error('Step "sum-up" of workflow "Batch" is not written yet.');
};
