// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as sumSchema } from '../validators/sum.js';

export const add: StepDefinition = {
  workflow: 'Book',
  step: 'add',
  maps: ['each-row'],
  reads: [
    { key: 'row', optional: false, item: { map: 'each-row', batch: 1, of: { key: 'all-seats', path: [], collected: { map: 'each-tour', key: 'seats' } } } },
  ],
  output: { key: 'sum', map: 'each-row', schema: sumSchema },
  outputKeys,
};
