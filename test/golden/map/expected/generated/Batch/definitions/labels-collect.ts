// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const labelsCollect: CollectorDefinition = {
  workflow: 'Batch',
  step: 'labels-collect',
  outputKeys,
  output: { key: 'labels-output', collected: true },
  collect: { map: 'labels', key: 'label-output' },
  batch: 2,
  tolerant: false,
};
