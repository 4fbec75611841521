// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Billing/stamp.js';
import type { StampBody } from '../contract.js';
import { stamp } from '../definitions/stamp.js';

export const handler = createStepHandler<StampBody>(stamp, run);
