import type { TokenizeBody } from '../../generated/Pay/contract.js';

/**
 * Step tokenize of workflow Pay.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "number": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: TokenizeBody = async () => {
  throw new Error('Step "tokenize" of workflow "Pay" is not written yet.');
};
