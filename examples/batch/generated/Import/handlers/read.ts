// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, listWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/read.js';
import type { ReadBody } from '../contract.js';
import { read } from '../definitions/read.js';

export const handler = createStepHandler<ReadBody>(read, run, { contentReads, listWrites });
