import type { InvoiceBody } from '../../generated/Order/contract.js';

/**
 * Step invoice of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ error, 'price-output': priceOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: InvoiceBody = async () => {
  throw new Error('Step "invoice" of workflow "Order" is not written yet.');
};
