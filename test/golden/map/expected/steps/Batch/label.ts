import type { LabelBody } from '../../generated/Batch/contract.js';

/**
 * Step label of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ parcel, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LabelBody = async () => {
  throw new Error('Step "label" of workflow "Batch" is not written yet.');
};
