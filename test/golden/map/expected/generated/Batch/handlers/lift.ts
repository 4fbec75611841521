// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/lift.js';
import type { LiftBody } from '../contract.js';
import { lift } from '../definitions/lift.js';

export const handler = createStepHandler<LiftBody>(lift, run, { listReads });
