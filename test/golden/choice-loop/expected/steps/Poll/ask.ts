import type { AskBody } from '../../generated/Poll/contract.js';

/**
 * Step ask of workflow Poll.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'ask-output': askOutput, context }) => ({
 *   "state": "pending",
 *   "asked": 0,
 *   "note": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: AskBody = async () => {
  throw new Error('Step "ask" of workflow "Poll" is not written yet.');
};
