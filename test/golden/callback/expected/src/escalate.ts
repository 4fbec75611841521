import type { EscalateBody } from '../generated/Approval/contract.js';

/**
 * Step escalate of workflow Approval.
 *
 * To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:
 * ```ts
 * async ({ input, error, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: EscalateBody = async () => {
  throw new Error('Step "escalate" of workflow "Approval" is not written yet.');
};
