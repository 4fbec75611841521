// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as packOutputSchema } from '../validators/pack-output.js';

export const sumUp: StepDefinition = {
  workflow: 'Batch',
  step: 'sum-up',
  reads: [
    { key: 'parcels', optional: true, schema: packOutputSchema },
    { key: 'labels-output', optional: true },
  ],
  output: { key: 'sum-up-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: ['prepare-output', 'sum-up-output'], maxBytes: 33554432 },
};
