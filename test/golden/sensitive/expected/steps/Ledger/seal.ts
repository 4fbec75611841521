import type { SealBody } from '../../generated/Ledger/contract.js';

/**
 * Step seal of workflow Ledger.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'book-output': bookOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SealBody = async () => {
  throw new Error('Step "seal" of workflow "Ledger" is not written yet.');
};
