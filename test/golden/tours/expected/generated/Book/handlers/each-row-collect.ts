// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCollectorHandler } from '@sfs3/runtime';
import { eachRowCollect } from '../definitions/each-row-collect.js';

export const handler = createCollectorHandler(eachRowCollect);
