import type { DoneBody } from '../../generated/Import/contract.js';

/**
 * Step done of workflow Import.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ checked, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DoneBody = async () => {
  throw new Error('Step "done" of workflow "Import" is not written yet.');
};
