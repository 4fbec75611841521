import type { SignBody } from '../../generated/Ledger/contract.js';

/**
 * Step sign of workflow Ledger.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'note-output': noteOutput, context }) => createReadStream('a file of the type application/octet-stream')
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SignBody = async () => {
  throw new Error('Step "sign" of workflow "Ledger" is not written yet.');
};
