// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/label.js';
import type { LabelBody } from '../contract.js';
import { label } from '../definitions/label.js';

export const handler = createStepHandler<LabelBody>(label, run, { listReads });
