// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Report/print.js';
import type { PrintBody } from '../contract.js';
import { print } from '../definitions/print.js';

export const handler = createStepHandler<PrintBody>(print, run);
