import type { DeletedBody } from '../../generated/Inert/contract.js';

/**
 * *\/ ${ProcessA} `
 * ` {% $x %} \
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ input, context }) => ({
 *   "*\/": "…"
 * })
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: DeletedBody = async () => {
  throw new Error('Step "deleted" of workflow "Inert" is not written yet.');
};
