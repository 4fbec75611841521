// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachLineCollect: CollectorDefinition = {
  workflow: 'Batch',
  step: 'each-line-collect',
  maps: ['each-order'],
  outputKeys,
  output: { key: 'picked', map: 'each-order', collected: true },
  collect: { map: 'each-line', key: 'pick-output' },
  batch: 1,
  tolerant: false,
};
