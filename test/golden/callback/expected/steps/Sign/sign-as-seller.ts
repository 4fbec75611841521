import type { SignAsSellerBody } from '../../generated/Sign/contract.js';

/**
 * Step sign-as-seller of workflow Sign.
 *
 * To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:
 * ```ts
 * async ({ 'draft-output': draftOutput, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: SignAsSellerBody = async () => {
  throw new Error('Step "sign-as-seller" of workflow "Sign" is not written yet.');
};
