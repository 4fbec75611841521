import type { CopyBody } from '../../generated/Scan/contract.js';

/**
 * Step copy of workflow Scan.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ upload, context }) => createReadStream('a file of the type text/plain')
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: CopyBody = async () => {
  throw new Error('Step "copy" of workflow "Scan" is not written yet.');
};
