import type { CombinedBody } from '../../generated/Types/contract.js';

/**
 * Step combined of workflow Types.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'refs-output': refsOutput, context }) => ({
 *   "a": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: CombinedBody = async () => {
  throw new Error('Step "combined" of workflow "Types" is not written yet.');
};
