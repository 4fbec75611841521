// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listWrites, createCollectorHandler } from '@sfs3/runtime';
import { eachTourCollect } from '../definitions/each-tour-collect.js';

export const handler = createCollectorHandler(eachTourCollect, { listWrites });
