import type { LookBody } from '../../generated/Silent/contract.js';

/**
 * Step look of workflow Silent.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "ok": false
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LookBody = async () => {
  throw new Error('Step "look" of workflow "Silent" is not written yet.');
};
