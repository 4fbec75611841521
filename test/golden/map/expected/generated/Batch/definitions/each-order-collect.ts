// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachOrderCollect: CollectorDefinition = {
  workflow: 'Batch',
  step: 'each-order-collect',
  outputKeys,
  output: {
    key: 'parcels', collected: true,
    lists: [{ map: 'labels', path: [], batch: 2 }],
    signals: [
      { name: '$count()', path: [], measure: 'count' },
      { name: '$exists()', path: [], measure: 'exists' },
    ],
  },
  collect: { map: 'each-order', key: 'pack-output' },
  batch: 1,
  tolerant: false,
};
