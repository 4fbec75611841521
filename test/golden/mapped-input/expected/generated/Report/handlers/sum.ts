// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Report/sum.js';
import type { SumBody } from '../contract.js';
import { sum } from '../definitions/sum.js';

export const handler = createStepHandler<SumBody>(sum, run);
