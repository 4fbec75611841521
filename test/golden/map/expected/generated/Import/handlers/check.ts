// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/check.js';
import type { CheckBody } from '../contract.js';
import { check } from '../definitions/check.js';

export const handler = createStepHandler<CheckBody>(check, run, { listReads });
