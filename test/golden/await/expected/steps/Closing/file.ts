import type { FileBody } from '../../generated/Closing/contract.js';

/**
 * Step file of workflow Closing.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: FileBody = async () => {
  throw new Error('Step "file" of workflow "Closing" is not written yet.');
};
