// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/sum-up.js';
import type { SumUpBody } from '../contract.js';
import { sumUp } from '../definitions/sum-up.js';

export const handler = createStepHandler<SumUpBody>(sumUp, run, { listReads });
