import type { WithdrawnBody } from '../../generated/Approval/contract.js';

/**
 * Step withdrawn of workflow Approval.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ error, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: WithdrawnBody = async () => {
  throw new Error('Step "withdrawn" of workflow "Approval" is not written yet.');
};
