// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/done.js';
import type { DoneBody } from '../contract.js';
import { done } from '../definitions/done.js';

export const handler = createStepHandler<DoneBody>(done, run, { listReads });
