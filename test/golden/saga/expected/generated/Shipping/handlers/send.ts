// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Shipping/send.js';
import type { SendBody } from '../contract.js';
import { send } from '../definitions/send.js';

export const handler = createStepHandler<SendBody>(send, run);
