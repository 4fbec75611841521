import type { StepCBody } from '../../generated/ProcessA/contract.js';

/** Adds what it likes. */
export const run: StepCBody = async () => ({ cProperty: 'i like c' });
