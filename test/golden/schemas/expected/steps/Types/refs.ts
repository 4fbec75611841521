import type { RefsBody } from '../../generated/Types/contract.js';

/**
 * Step refs of workflow Types.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "home": {
 *     "city": "…",
 *     "country": "DE"
 *   },
 *   "lines": [
 *     {}
 *   ],
 *   "self": {}
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RefsBody = async () => {
  throw new Error('Step "refs" of workflow "Types" is not written yet.');
};
