// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/refund.js';
import type { RefundBody } from '../contract.js';
import { refund } from '../definitions/refund.js';

export const handler = createStepHandler<RefundBody>(refund, run);
