// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/hire.js';
import type { HireBody } from '../contract.js';
import { hire } from '../definitions/hire.js';

export const handler = createStepHandler<HireBody>(hire, run, { listReads });
