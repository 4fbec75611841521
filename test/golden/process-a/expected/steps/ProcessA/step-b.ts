import type { StepBBody } from '../../generated/ProcessA/contract.js';

/**
 * Step step-b of workflow ProcessA.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'step-a-output': stepAOutput, context }) => ({
 *   "property1": "…",
 *   "property2": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: StepBBody = async () => {
  throw new Error('Step "step-b" of workflow "ProcessA" is not written yet.');
};
