import type { HandLerBody } from '../../generated/Inert/contract.js';

/**
 * Step hand-ler of workflow Inert.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'deleted-output': deletedOutput, valueOf, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: HandLerBody = async () => {
  throw new Error('Step "hand-ler" of workflow "Inert" is not written yet.');
};
