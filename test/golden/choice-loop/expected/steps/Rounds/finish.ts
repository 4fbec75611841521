import type { FinishBody } from '../../generated/Rounds/contract.js';

/**
 * Step finish of workflow Rounds.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'left-hand-output': leftHandOutput, 'right-hand-output': rightHandOutput, 'report-output': reportOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: FinishBody = async () => {
  throw new Error('Step "finish" of workflow "Rounds" is not written yet.');
};
