import type { RenderBody } from '../../generated/Bill/contract.js';

/**
 * Step render of workflow Bill.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, passport, chart, 'terms-output': termsOutput, context }) => createReadStream('a file of the type application/pdf')
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RenderBody = async () => {
  throw new Error('Step "render" of workflow "Bill" is not written yet.');
};
