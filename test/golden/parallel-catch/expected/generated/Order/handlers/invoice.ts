// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/invoice.js';
import type { InvoiceBody } from '../contract.js';
import { invoice } from '../definitions/invoice.js';

export const handler = createStepHandler<InvoiceBody>(invoice, run);
