import type { NoteBody } from '../../generated/Pay/contract.js';

/**
 * Step note of workflow Pay.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'charge-output': chargeOutput, 'ledger-output': ledgerOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: NoteBody = async () => {
  throw new Error('Step "note" of workflow "Pay" is not written yet.');
};
