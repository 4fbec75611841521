import type { ReportBody } from '../../generated/Batch/contract.js';

/**
 * Step report of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, parcels, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReportBody = async () => {
  throw new Error('Step "report" of workflow "Batch" is not written yet.');
};
