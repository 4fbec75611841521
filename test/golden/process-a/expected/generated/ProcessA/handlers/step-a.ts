// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/ProcessA/step-a.js';
import type { StepABody } from '../contract.js';
import { stepA } from '../definitions/step-a.js';

export const handler = createStepHandler<StepABody>(stepA, run);
