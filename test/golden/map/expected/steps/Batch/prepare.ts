import type { PrepareBody } from '../../generated/Batch/contract.js';

/**
 * Step prepare of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ context }) => ({
 *   "rates": [
 *     0
 *   ]
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PrepareBody = async () => {
  throw new Error('Step "prepare" of workflow "Batch" is not written yet.');
};
