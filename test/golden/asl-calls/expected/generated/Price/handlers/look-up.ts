// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createAslHandler } from '@sfs3/runtime';
import { lookUp } from '../definitions/look-up.js';

export const handler = createAslHandler(lookUp);
