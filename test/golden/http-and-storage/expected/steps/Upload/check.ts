import type { CheckBody } from '../../generated/Upload/contract.js';

/**
 * Step check of workflow Upload.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: CheckBody = async () => {
  throw new Error('Step "check" of workflow "Upload" is not written yet.');
};
