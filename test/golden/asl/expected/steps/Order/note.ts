import type { NoteBody } from '../../generated/Order/contract.js';

/**
 * Step note of workflow Order.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'price-output': priceOutput, 'gross-price': grossPrice, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: NoteBody = async () => {
  throw new Error('Step "note" of workflow "Order" is not written yet.');
};
