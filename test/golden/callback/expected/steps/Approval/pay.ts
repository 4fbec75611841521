import type { PayBody } from '../../generated/Approval/contract.js';

/**
 * Step pay of workflow Approval.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'approve-output': approveOutput, 'escalate-output': escalateOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: PayBody = async () => {
  throw new Error('Step "pay" of workflow "Approval" is not written yet.');
};
