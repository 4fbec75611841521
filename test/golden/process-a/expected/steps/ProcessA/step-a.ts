import type { StepABody } from '../../generated/ProcessA/contract.js';

/**
 * Step step-a of workflow ProcessA.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "status": "ok",
 *   "details": "…",
 *   "stepAOutput1": "…",
 *   "stepAOutput2": false,
 *   "stepAOutput3": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: StepABody = async () => {
  throw new Error('Step "step-a" of workflow "ProcessA" is not written yet.');
};
