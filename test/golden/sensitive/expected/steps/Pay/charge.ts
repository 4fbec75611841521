import type { ChargeBody } from '../../generated/Pay/contract.js';

/**
 * Step charge of workflow Pay.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, card, context }) => ({
 *   "last": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ChargeBody = async () => {
  throw new Error('Step "charge" of workflow "Pay" is not written yet.');
};
