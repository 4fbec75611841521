import type { ApproveBody } from '../../generated/Approval/contract.js';

/**
 * Asks somebody.
 *
 * To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:
 * ```ts
 * async ({ input, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ApproveBody = async () => {
  throw new Error('Step "approve" of workflow "Approval" is not written yet.');
};
