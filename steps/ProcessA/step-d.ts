import type { StepDBody } from '../../generated/ProcessA/contract.js';

/** Adds its part. */
export const run: StepDBody = async () => ({ d: 'd output' });
