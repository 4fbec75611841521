import type { StepCBody } from '../../generated/ProcessA/contract.js';

/**
 * Step step-c of workflow ProcessA.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'step-b-output': stepBOutput, context }) => ({
 *   "cProperty": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: StepCBody = async () => {
  throw new Error('Step "step-c" of workflow "ProcessA" is not written yet.');
};
