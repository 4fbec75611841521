import type { OddBody } from '../../generated/Sort/contract.js';

/**
 * Step odd of workflow Sort.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'small-output': smallOutput, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: OddBody = async () => {
  throw new Error('Step "odd" of workflow "Sort" is not written yet.');
};
