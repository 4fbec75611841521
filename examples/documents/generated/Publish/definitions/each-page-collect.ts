// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachPageCollect: CollectorDefinition = {
  workflow: 'Publish',
  step: 'each-page-collect',
  outputKeys,
  output: { key: 'columns', collected: true },
  collect: { map: 'each-page', key: 'typeset-output' },
  batch: 1,
  tolerant: false,
};
