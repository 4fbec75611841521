import type { PackBody } from '../../generated/Batch/contract.js';

/**
 * Step pack of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ order, picked, context }) => ({
 *   "parcel": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PackBody = async () => {
  throw new Error('Step "pack" of workflow "Batch" is not written yet.');
};
