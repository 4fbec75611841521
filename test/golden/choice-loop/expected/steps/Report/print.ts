import type { PrintBody } from '../../generated/Report/contract.js';

/**
 * Step print of workflow Report.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PrintBody = async () => {
  throw new Error('Step "print" of workflow "Report" is not written yet.');
};
