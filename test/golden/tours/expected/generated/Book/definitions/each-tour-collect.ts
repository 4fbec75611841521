// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachTourCollect: CollectorDefinition = {
  workflow: 'Book',
  step: 'each-tour-collect',
  outputKeys,
  output: {
    key: 'all-seats', collected: true,
    lists: [{ map: 'each-row', path: [], batch: 1 }],
    signals: [
      { name: '$count()', path: [], measure: 'count' },
    ],
  },
  collect: { map: 'each-tour', key: 'seats' },
  batch: 1,
  tolerant: false,
  nested: true,
};
