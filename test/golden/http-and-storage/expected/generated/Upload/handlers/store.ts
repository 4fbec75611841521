// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../src/store-upload.js';
import { store } from '../definitions/store.js';

export const handler = createStepHandler(store, run);
