import type { DrawBody } from '../../generated/Bill/contract.js';

/**
 * Draws the chart until it pleases.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => createReadStream('a file of the type image/svg+xml')
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DrawBody = async () => {
  throw new Error('Step "draw" of workflow "Bill" is not written yet.');
};
