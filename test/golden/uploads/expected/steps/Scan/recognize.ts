import type { RecognizeBody } from '../../generated/Scan/contract.js';

/**
 * Step recognize of workflow Scan.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, upload, context }) => ({
 *   "words": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RecognizeBody = async () => {
  throw new Error('Step "recognize" of workflow "Scan" is not written yet.');
};
