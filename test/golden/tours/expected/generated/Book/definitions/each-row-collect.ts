// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachRowCollect: CollectorDefinition = {
  workflow: 'Book',
  step: 'each-row-collect',
  outputKeys,
  output: { key: 'sums', collected: true },
  collect: { map: 'each-row', key: 'sum' },
  batch: 1,
  tolerant: true,
};
