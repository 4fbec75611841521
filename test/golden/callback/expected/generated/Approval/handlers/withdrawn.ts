// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Approval/withdrawn.js';
import type { WithdrawnBody } from '../contract.js';
import { withdrawn } from '../definitions/withdrawn.js';

export const handler = createStepHandler<WithdrawnBody>(withdrawn, run);
