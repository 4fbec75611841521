// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/dismiss.js';
import type { DismissBody } from '../contract.js';
import { dismiss } from '../definitions/dismiss.js';

export const handler = createStepHandler<DismissBody>(dismiss, run, { listReads });
