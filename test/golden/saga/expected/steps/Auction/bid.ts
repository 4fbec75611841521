import type { BidBody } from '../../generated/Auction/contract.js';

/**
 * Step bid of workflow Auction.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, bid, context }) => ({
 *   "round": 0
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: BidBody = async () => {
  throw new Error('Step "bid" of workflow "Auction" is not written yet.');
};
