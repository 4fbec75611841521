import type { DraftBody } from '../../generated/Sign/contract.js';

/**
 * Step draft of workflow Sign.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DraftBody = async () => {
  throw new Error('Step "draft" of workflow "Sign" is not written yet.');
};
