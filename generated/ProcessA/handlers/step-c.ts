// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/ProcessA/step-c.js';
import type { StepCBody } from '../contract.js';
import { stepC } from '../definitions/step-c.js';

export const handler = createStepHandler<StepCBody>(stepC, run);
