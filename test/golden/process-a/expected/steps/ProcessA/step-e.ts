import type { StepEBody } from '../../generated/ProcessA/contract.js';

/**
 * Step step-e of workflow ProcessA.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'step-d-output': stepDOutput, context }) => ({
 *   "e": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: StepEBody = async () => {
  throw new Error('Step "step-e" of workflow "ProcessA" is not written yet.');
};
