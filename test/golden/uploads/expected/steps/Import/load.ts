import type { LoadBody } from '../../generated/Import/contract.js';

/**
 * Step load of workflow Import.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, upload, context }) => (0)
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LoadBody = async () => {
  throw new Error('Step "load" of workflow "Import" is not written yet.');
};
