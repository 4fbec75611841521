// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/pay.js';
import type { PayBody } from '../contract.js';
import { pay } from '../definitions/pay.js';

export const handler = createStepHandler<PayBody>(pay, run, { listReads });
