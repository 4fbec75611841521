import type { TermsBody } from '../../generated/Bill/contract.js';

/**
 * Step terms of workflow Bill.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, chart, verdict, context }) => createReadStream('a file of the type text/plain; charset=utf-8')
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: TermsBody = async () => {
  throw new Error('Step "terms" of workflow "Bill" is not written yet.');
};
