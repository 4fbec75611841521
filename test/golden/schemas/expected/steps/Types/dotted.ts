import type { DottedBody } from '../../generated/Types/contract.js';

/**
 * Step dotted of workflow Types.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, 'refs-output': refsOutput, 'combined-output': combinedOutput, 'open-output': openOutput, 'patterns-output': patternsOutput, 'tuple-output': tupleOutput, 'conditional-output': conditionalOutput, 'anything-output': anythingOutput, context }) => ([
 *   1
 * ])
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DottedBody = async () => {
  throw new Error('Step "dotted" of workflow "Types" is not written yet.');
};
