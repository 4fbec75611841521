// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, listWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Publish/split.js';
import type { SplitBody } from '../contract.js';
import { split } from '../definitions/split.js';

export const handler = createStepHandler<SplitBody>(split, run, { contentReads, listWrites });
