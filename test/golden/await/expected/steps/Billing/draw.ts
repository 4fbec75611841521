import type { DrawBody } from '../../generated/Billing/contract.js';

/**
 * Step draw of workflow Billing.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DrawBody = async () => {
  throw new Error('Step "draw" of workflow "Billing" is not written yet.');
};
