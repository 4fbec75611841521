// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/reserve.js';
import type { ReserveBody } from '../contract.js';
import { reserve } from '../definitions/reserve.js';

export const handler = createStepHandler<ReserveBody>(reserve, run, { listReads });
