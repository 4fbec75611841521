// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as prepareOutputSchema } from '../validators/prepare-output.js';
import { schema as weighOutputSchema } from '../validators/weigh-output.js';

export const weigh: StepDefinition = {
  workflow: 'Batch',
  step: 'weigh',
  maps: ['each-order'],
  reads: [
    { key: 'order', optional: false, item: { map: 'each-order', batch: 1, of: { key: 'input', path: ['orders'], schema: inputSchema } } },
    { key: 'prepare-output', optional: false, schema: prepareOutputSchema },
  ],
  output: {
    key: 'weigh-output', map: 'each-order', schema: weighOutputSchema,
    signals: [
      { name: 'heavy', path: ['heavy'], measure: 'value' },
    ],
  },
  outputKeys,
};
