import type { LeftHandBody } from '../../generated/Rounds/contract.js';

/**
 * Step left-hand of workflow Rounds.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'deal-output': dealOutput, context }) => ({
 *   "points": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LeftHandBody = async () => {
  throw new Error('Step "left-hand" of workflow "Rounds" is not written yet.');
};
