import type { WithdrawBody } from '../../generated/Auction/contract.js';

/**
 * Step withdraw of workflow Auction.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, error, bid, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: WithdrawBody = async () => {
  throw new Error('Step "withdraw" of workflow "Auction" is not written yet.');
};
