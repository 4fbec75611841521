// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createAslHandler } from '@sfs3/runtime';
import { keep } from '../definitions/keep.js';

export const handler = createAslHandler(keep);
