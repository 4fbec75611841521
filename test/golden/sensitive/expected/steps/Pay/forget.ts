import type { ForgetBody } from '../../generated/Pay/contract.js';

/**
 * Step forget of workflow Pay.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ card, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ForgetBody = async () => {
  throw new Error('Step "forget" of workflow "Pay" is not written yet.');
};
