import type { ThankBody } from '../../generated/Survey/contract.js';

/**
 * Step thank of workflow Survey.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ person, 'ask-output': askOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: ThankBody = async () => {
  throw new Error('Step "thank" of workflow "Survey" is not written yet.');
};
