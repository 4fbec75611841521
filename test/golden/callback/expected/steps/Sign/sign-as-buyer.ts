import type { SignAsBuyerBody } from '../../generated/Sign/contract.js';

/**
 * Step sign-as-buyer of workflow Sign.
 *
 * To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:
 * ```ts
 * async ({ input, 'draft-output': draftOutput, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SignAsBuyerBody = async () => {
  throw new Error('Step "sign-as-buyer" of workflow "Sign" is not written yet.');
};
