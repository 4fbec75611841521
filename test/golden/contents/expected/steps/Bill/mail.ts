import type { MailBody } from '../../generated/Bill/contract.js';

/**
 * Step mail of workflow Bill.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, chart, verdict, invoice, 'book-output': bookOutput, context }) => ({
 *   "bytes": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: MailBody = async () => {
  throw new Error('Step "mail" of workflow "Bill" is not written yet.');
};
