// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createAwaitHandler } from '@sfs3/runtime';
import { ship } from '../definitions/ship.js';

export const handler = createAwaitHandler(ship);
