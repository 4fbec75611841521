// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Inert/deleted.js';
import type { DeletedBody } from '../contract.js';
import { deleted } from '../definitions/deleted.js';

export const handler = createStepHandler<DeletedBody>(deleted, run);
