// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as packOutputSchema } from '../validators/pack-output.js';
import { schema as labelOutputSchema } from '../validators/label-output.js';

export const label: StepDefinition = {
  workflow: 'Shipping',
  step: 'label',
  reads: [
    { key: 'pack-output', optional: false, schema: packOutputSchema },
  ],
  output: { key: 'label-output', schema: labelOutputSchema },
  outputKeys,
  publish: { outputs: outputKeys, certain: ['pack-output'], sensitive: ['label-output'], maxBytes: 33554432 },
};
