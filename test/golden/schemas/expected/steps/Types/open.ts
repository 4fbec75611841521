import type { OpenBody } from '../../generated/Types/contract.js';

/**
 * Step open of workflow Types.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'refs-output': refsOutput, 'combined-output': combinedOutput, context }) => ({
 *   "known": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: OpenBody = async () => {
  throw new Error('Step "open" of workflow "Types" is not written yet.');
};
