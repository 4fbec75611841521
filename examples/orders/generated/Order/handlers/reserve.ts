// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/reserve.js';
import type { ReserveBody } from '../contract.js';
import { reserve } from '../definitions/reserve.js';

export const handler = createStepHandler<ReserveBody>(reserve, run);
