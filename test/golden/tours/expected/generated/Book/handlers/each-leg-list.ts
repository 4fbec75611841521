// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createItemListerHandler } from '@sfs3/runtime';
import { eachLegList } from '../definitions/each-leg-list.js';

export const handler = createItemListerHandler(eachLegList);
