// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/ProcessA/step-b.js';
import type { StepBBody } from '../contract.js';
import { stepB } from '../definitions/step-b.js';

export const handler = createStepHandler<StepBBody>(stepB, run);
