// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/ProcessA/step-d.js';
import type { StepDBody } from '../contract.js';
import { stepD } from '../definitions/step-d.js';

export const handler = createStepHandler<StepDBody>(stepD, run);
