// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/later.js';
import type { LaterBody } from '../contract.js';
import { later } from '../definitions/later.js';

export const handler = createStepHandler<LaterBody>(later, run);
