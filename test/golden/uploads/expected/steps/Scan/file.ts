import type { FileBody } from '../../generated/Scan/contract.js';

/**
 * Step file of workflow Scan.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, text, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: FileBody = async () => {
  throw new Error('Step "file" of workflow "Scan" is not written yet.');
};
