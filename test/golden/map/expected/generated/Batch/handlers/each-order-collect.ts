// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listWrites, createCollectorHandler } from '@sfs3/runtime';
import { eachOrderCollect } from '../definitions/each-order-collect.js';

export const handler = createCollectorHandler(eachOrderCollect, { listWrites });
