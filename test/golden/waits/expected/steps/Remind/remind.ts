import type { RemindBody } from '../../generated/Remind/contract.js';

/**
 * Step remind of workflow Remind.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'plan-output': planOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RemindBody = async () => {
  throw new Error('Step "remind" of workflow "Remind" is not written yet.');
};
