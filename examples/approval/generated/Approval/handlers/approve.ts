// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCallbackHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Approval/approve.js';
import type { ApproveBody } from '../contract.js';
import { approve } from '../definitions/approve.js';

export const handler = createCallbackHandler<ApproveBody>(approve, run);
