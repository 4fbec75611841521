import type { ReadBody } from '../../generated/Import/contract.js';

/**
 * Step read of workflow Import.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'review-output': reviewOutput, context }) => ([
 *   {
 *     "article": "…",
 *     "count": 0
 *   }
 * ])
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ReadBody = async () => {
  throw new Error('Step "read" of workflow "Import" is not written yet.');
};
