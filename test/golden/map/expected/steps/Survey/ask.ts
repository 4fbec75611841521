import type { AskBody } from '../../generated/Survey/contract.js';

/**
 * Step ask of workflow Survey.
 *
 * To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:
 * ```ts
 * async ({ person, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: AskBody = async () => {
  throw new Error('Step "ask" of workflow "Survey" is not written yet.');
};
