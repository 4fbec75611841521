import type { SmallBody } from '../../generated/Sort/contract.js';

/**
 * Step small of workflow Sort.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "kind": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SmallBody = async () => {
  throw new Error('Step "small" of workflow "Sort" is not written yet.');
};
