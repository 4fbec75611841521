// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as prepareOutputSchema } from '../validators/prepare-output.js';
import { schema as weighOutputSchema } from '../validators/weigh-output.js';
import { schema as pickOutputSchema } from '../validators/pick-output.js';

export const lift: StepDefinition = {
  workflow: 'Batch',
  step: 'lift',
  maps: ['each-order'],
  reads: [
    { key: 'order', optional: false, item: { map: 'each-order', batch: 1, of: { key: 'input', path: ['orders'], schema: inputSchema } } },
    { key: 'prepare-output', optional: false, schema: prepareOutputSchema },
    { key: 'weigh-output', optional: false, map: 'each-order', schema: weighOutputSchema },
    { key: 'picked', optional: false, map: 'each-order', schema: pickOutputSchema },
  ],
  outputKeys,
};
