// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Remind/remind.js';
import type { RemindBody } from '../contract.js';
import { remind } from '../definitions/remind.js';

export const handler = createStepHandler<RemindBody>(remind, run);
