import type { StepEBody } from '../../generated/ProcessA/contract.js';

/** Adds its part, before step-f starts the downstream workflow. */
export const run: StepEBody = async () => ({ e: 'e output' });
