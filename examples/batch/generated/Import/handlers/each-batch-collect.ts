// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCollectorHandler } from '@sfs3/runtime';
import { eachBatchCollect } from '../definitions/each-batch-collect.js';

export const handler = createCollectorHandler(eachBatchCollect);
