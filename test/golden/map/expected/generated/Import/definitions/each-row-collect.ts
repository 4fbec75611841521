// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachRowCollect: CollectorDefinition = {
  workflow: 'Import',
  step: 'each-row-collect',
  outputKeys,
  output: { key: 'checked', collected: true, onLoop: true },
  collect: { map: 'each-row', key: 'ask-output' },
  batch: 1,
  tolerant: true,
};
