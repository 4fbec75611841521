import type { PrintLabelBody } from '../../generated/Order/contract.js';

/**
 * Step print-label of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PrintLabelBody = async () => {
  throw new Error('Step "print-label" of workflow "Order" is not written yet.');
};
