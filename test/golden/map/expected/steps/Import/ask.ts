import type { AskBody } from '../../generated/Import/contract.js';

/**
 * Step ask of workflow Import.
 *
 * To be filled in: an async function of what the step reads, which gives `context.taskToken` to whoever answers:
 * ```ts
 * async ({ input, row, 'check-output': checkOutput, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: AskBody = async () => {
  throw new Error('Step "ask" of workflow "Import" is not written yet.');
};
