// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../src/store-upload.js';
import type { StoreBody } from '../contract.js';
import { store } from '../definitions/store.js';

export const handler = createStepHandler<StoreBody>(store, run);
