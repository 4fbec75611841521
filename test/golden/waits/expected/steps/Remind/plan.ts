import type { PlanBody } from '../../generated/Remind/contract.js';

/**
 * Step plan of workflow Remind.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "at": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PlanBody = async () => {
  throw new Error('Step "plan" of workflow "Remind" is not written yet.');
};
