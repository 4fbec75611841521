import type { SweepBody } from '../../generated/Clean/contract.js';

/**
 * Step sweep of workflow Clean.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SweepBody = async () => {
  throw new Error('Step "sweep" of workflow "Clean" is not written yet.');
};
