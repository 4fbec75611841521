import type { ScanPassportBody } from '../../generated/Bill/contract.js';

/**
 * Step scan-passport of workflow Bill.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => createReadStream('a file of the type image/png')
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ScanPassportBody = async () => {
  throw new Error('Step "scan-passport" of workflow "Bill" is not written yet.');
};
