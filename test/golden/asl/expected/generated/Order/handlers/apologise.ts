// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/apologise.js';
import type { ApologiseBody } from '../contract.js';
import { apologise } from '../definitions/apologise.js';

export const handler = createStepHandler<ApologiseBody>(apologise, run);
