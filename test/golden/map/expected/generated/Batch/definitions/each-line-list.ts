// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ItemListerDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const eachLineList: ItemListerDefinition = {
  workflow: 'Batch',
  step: 'each-line-list',
  maps: ['each-order'],
  outputKeys,
  read: { key: 'order', optional: false, item: { map: 'each-order', batch: 1, of: { key: 'input', path: ['orders'], schema: inputSchema } } },
  list: { map: 'each-line', path: ['lines'], batch: 1 },
  count: { name: '$count(lines)', path: ['lines'], measure: 'count' },
};
