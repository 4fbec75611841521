// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ItemListerDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const eachLegList: ItemListerDefinition = {
  workflow: 'Book',
  step: 'each-leg-list',
  maps: ['each-tour'],
  outputKeys,
  read: { key: 'tour', optional: false, item: { map: 'each-tour', batch: 1, of: { key: 'input', path: ['tours'], schema: inputSchema } } },
  list: { map: 'each-leg', path: ['legs'], batch: 1 },
  count: { name: '$count(legs)', path: ['legs'], measure: 'count' },
};
