import type { StepDBody } from '../../generated/ProcessA/contract.js';

/**
 * Step step-d of workflow ProcessA.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'step-c-output': stepCOutput, context }) => ({
 *   "d": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: StepDBody = async () => {
  throw new Error('Step "step-d" of workflow "ProcessA" is not written yet.');
};
