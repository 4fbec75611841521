// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/box.js';
import type { BoxBody } from '../contract.js';
import { box } from '../definitions/box.js';

export const handler = createStepHandler<BoxBody>(box, run);
