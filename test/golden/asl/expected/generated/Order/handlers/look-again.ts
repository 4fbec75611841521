// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createAslHandler } from '@sfs3/runtime';
import { lookAgain } from '../definitions/look-again.js';

export const handler = createAslHandler(lookAgain);
