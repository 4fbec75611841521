// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Remind/plan.js';
import type { PlanBody } from '../contract.js';
import { plan } from '../definitions/plan.js';

export const handler = createStepHandler<PlanBody>(plan, run);
