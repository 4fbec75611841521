import type { GreetBody } from '../../generated/Hello/contract.js';

/**
 * Step greet of workflow Hello.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({})
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: GreetBody = async () => {
  throw new Error('Step "greet" of workflow "Hello" is not written yet.');
};
