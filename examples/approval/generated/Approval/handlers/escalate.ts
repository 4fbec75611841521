// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCallbackHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Approval/escalate.js';
import type { EscalateBody } from '../contract.js';
import { escalate } from '../definitions/escalate.js';

export const handler = createCallbackHandler<EscalateBody>(escalate, run);
