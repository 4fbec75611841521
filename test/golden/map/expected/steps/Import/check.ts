import type { CheckBody } from '../../generated/Import/contract.js';

/**
 * Step check of workflow Import.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ row, context }) => ({
 *   "ok": false
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: CheckBody = async () => {
  throw new Error('Step "check" of workflow "Import" is not written yet.');
};
