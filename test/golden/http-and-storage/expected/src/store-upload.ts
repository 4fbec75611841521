import type { StoreBody } from '../generated/Upload/contract.js';

/**
 * Step store of workflow Upload.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'check-output': checkOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: StoreBody = async () => {
  throw new Error('Step "store" of workflow "Upload" is not written yet.');
};
