// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as weighOutputSchema } from '../validators/weigh-output.js';
import { schema as pickOutputSchema } from '../validators/pick-output.js';

export const pick: StepDefinition = {
  workflow: 'Batch',
  step: 'pick',
  maps: ['each-order', 'each-line'],
  reads: [
    { key: 'order', optional: false, item: { map: 'each-order', batch: 1, of: { key: 'input', path: ['orders'], schema: inputSchema } } },
    { key: 'line', optional: false, item: { map: 'each-line', batch: 1, of: { item: { map: 'each-order', batch: 1, of: { key: 'input', path: ['orders'], schema: inputSchema } }, path: ['lines'] } } },
    { key: 'weigh-output', optional: false, map: 'each-order', schema: weighOutputSchema },
  ],
  output: { key: 'pick-output', map: 'each-line', schema: pickOutputSchema },
  outputKeys,
};
