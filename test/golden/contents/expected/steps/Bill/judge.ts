import type { JudgeBody } from '../../generated/Bill/contract.js';

/**
 * Step judge of workflow Bill.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ chart, context }) => ({
 *   "again": false
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: JudgeBody = async () => {
  throw new Error('Step "judge" of workflow "Bill" is not written yet.');
};
