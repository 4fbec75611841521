// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CollectorDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const eachLegCollect: CollectorDefinition = {
  workflow: 'Book',
  step: 'each-leg-collect',
  maps: ['each-tour'],
  outputKeys,
  output: { key: 'seats', map: 'each-tour', collected: true },
  collect: { map: 'each-leg', key: 'seat' },
  batch: 1,
  tolerant: false,
};
