// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/load.js';
import type { LoadBody } from '../contract.js';
import { load } from '../definitions/load.js';

export const handler = createStepHandler<LoadBody>(load, run, { contentReads });
