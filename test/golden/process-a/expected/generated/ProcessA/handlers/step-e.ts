// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/ProcessA/step-e.js';
import type { StepEBody } from '../contract.js';
import { stepE } from '../definitions/step-e.js';

export const handler = createStepHandler<StepEBody>(stepE, run);
