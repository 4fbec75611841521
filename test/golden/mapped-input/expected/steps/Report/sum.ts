import type { SumBody } from '../../generated/Report/contract.js';

/**
 * Step sum of workflow Report.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SumBody = async () => {
  throw new Error('Step "sum" of workflow "Report" is not written yet.');
};
