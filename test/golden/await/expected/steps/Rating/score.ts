import type { ScoreBody } from '../../generated/Rating/contract.js';

/**
 * Step score of workflow Rating.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ScoreBody = async () => {
  throw new Error('Step "score" of workflow "Rating" is not written yet.');
};
