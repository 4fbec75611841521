import type { RunsBody } from '../../generated/Inert/contract.js';

/**
 * {% 1 %}
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'deleted-output': deletedOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: RunsBody = async () => {
  throw new Error('Step "runs" of workflow "Inert" is not written yet.');
};
