import type { NoteBody } from '../../generated/Batch/contract.js';

/**
 * Step note of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, rate, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: NoteBody = async () => {
  throw new Error('Step "note" of workflow "Batch" is not written yet.');
};
