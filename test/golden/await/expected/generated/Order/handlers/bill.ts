// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createAwaitHandler } from '@sfs3/runtime';
import { bill } from '../definitions/bill.js';

export const handler = createAwaitHandler(bill);
