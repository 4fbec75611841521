import type { LabelBody } from '../../generated/Shipping/contract.js';

/**
 * Step label of workflow Shipping.
 *
 * To be filled in: an async function of what the step reads, which returns what it writes:
 * ```ts
 * async ({ 'pack-output': packOutput, context }) => ("…")
 * ```
 * `context` has the transaction id, an idempotency key, a logger, and a signal that fires before the time-out.
 */
export const run: LabelBody = async () => {
  throw new Error('Step "label" of workflow "Shipping" is not written yet.');
};
