import type { PickBody } from '../../generated/Batch/contract.js';

/**
 * Step pick of workflow Batch.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ order, line, 'weigh-output': weighOutput, context }) => ("…")
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PickBody = async () => {
  throw new Error('Step "pick" of workflow "Batch" is not written yet.');
};
