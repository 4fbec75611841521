// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/print-label.js';
import type { PrintLabelBody } from '../contract.js';
import { printLabel } from '../definitions/print-label.js';

export const handler = createStepHandler<PrintLabelBody>(printLabel, run);
