import type { VerifyBody } from '../../generated/Pay/contract.js';

/**
 * Step verify of workflow Pay.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ card, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: VerifyBody = async () => {
  throw new Error('Step "verify" of workflow "Pay" is not written yet.');
};
