import type { StepBBody } from '../../generated/ProcessA/contract.js';

/** Reads what step-a wrote; its type is known, so a misspelt property does not compile. */
export const run: StepBBody = async ({ 'step-a-output': stepA, context }) => {
  context.logger.info(`step-a says ${stepA.status}`);
  return { property1: 'p1', property2: 'p2' };
};
