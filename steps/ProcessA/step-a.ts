import type { StepABody } from '../../generated/ProcessA/contract.js';

/** Begins the process: says that all is well, and what it found. */
export const run: StepABody = async () => ({
  status: 'ok',
  details: 'nothing to share',
  stepAOutput1: 'a1',
  stepAOutput2: false,
  stepAOutput3: 123,
});
