import type { LastBody } from '../../generated/Types/contract.js';

/**
 * Step last of workflow Types.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'refs-output': refsOutput, 'combined-output': combinedOutput, 'open-output': openOutput, 'patterns-output': patternsOutput, 'tuple-output': tupleOutput, 'lines.d': linesD, context }) => {}
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LastBody = async () => {
  throw new Error('Step "last" of workflow "Types" is not written yet.');
};
