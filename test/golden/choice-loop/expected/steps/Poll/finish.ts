import type { FinishBody } from '../../generated/Poll/contract.js';

/**
 * Step finish of workflow Poll.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'ask-output': askOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: FinishBody = async () => {
  throw new Error('Step "finish" of workflow "Poll" is not written yet.');
};
