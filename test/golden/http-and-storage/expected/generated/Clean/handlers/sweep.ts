// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Clean/sweep.js';
import type { SweepBody } from '../contract.js';
import { sweep } from '../definitions/sweep.js';

export const handler = createStepHandler<SweepBody>(sweep, run);
