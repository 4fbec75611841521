import type { SkipBody } from '../../generated/Survey/contract.js';

/**
 * Step skip of workflow Survey.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ person, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SkipBody = async () => {
  throw new Error('Step "skip" of workflow "Survey" is not written yet.');
};
