// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachBatchCollect: CollectorDefinition = {
  workflow: 'Import',
  step: 'each-batch-collect',
  outputKeys,
  output: { key: 'sums', collected: true },
  collect: { map: 'each-batch', key: 'book-output' },
  batch: 100,
  tolerant: true,
};
