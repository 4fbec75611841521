// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/add.js';
import type { AddBody } from '../contract.js';
import { add } from '../definitions/add.js';

export const handler = createStepHandler<AddBody>(add, run, { listReads });
