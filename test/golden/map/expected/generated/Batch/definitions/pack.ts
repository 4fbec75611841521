// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as pickOutputSchema } from '../validators/pick-output.js';
import { schema as packOutputSchema } from '../validators/pack-output.js';

export const pack: StepDefinition = {
  workflow: 'Batch',
  step: 'pack',
  maps: ['each-order'],
  reads: [
    { key: 'order', optional: false, item: { map: 'each-order', batch: 1, of: { key: 'input', path: ['orders'], schema: inputSchema } } },
    { key: 'picked', optional: false, map: 'each-order', schema: pickOutputSchema },
  ],
  output: { key: 'pack-output', map: 'each-order', schema: packOutputSchema },
  outputKeys,
};
