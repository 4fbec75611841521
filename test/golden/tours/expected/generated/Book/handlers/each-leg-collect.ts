// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCollectorHandler } from '@sfs3/runtime';
import { eachLegCollect } from '../definitions/each-leg-collect.js';

export const handler = createCollectorHandler(eachLegCollect);
