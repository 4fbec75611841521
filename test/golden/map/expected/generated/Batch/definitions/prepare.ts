// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as prepareOutputSchema } from '../validators/prepare-output.js';

export const prepare: StepDefinition = {
  workflow: 'Batch',
  step: 'prepare',
  reads: [],
  output: {
    key: 'prepare-output', schema: prepareOutputSchema,
    lists: [{ map: 'each-rate', path: ['rates'], batch: 1 }],
    signals: [
      { name: '$count(rates)', path: ['rates'], measure: 'count' },
    ],
  },
  outputKeys,
  inputSignals: [
    { name: '$count(orders)', path: ['orders'], measure: 'count' },
  ],
  inputLists: [{ map: 'each-order', path: ['orders'], batch: 1 }],
};
