// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/pick.js';
import type { PickBody } from '../contract.js';
import { pick } from '../definitions/pick.js';

export const handler = createStepHandler<PickBody>(pick, run, { listReads });
