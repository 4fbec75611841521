// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/weigh.js';
import type { WeighBody } from '../contract.js';
import { weigh } from '../definitions/weigh.js';

export const handler = createStepHandler<WeighBody>(weigh, run, { listReads });
