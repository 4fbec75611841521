// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const downstreamC: StepDefinition = {
  workflow: 'downstream',
  step: 'downstream-c',
  reads: [
    { key: 'input', optional: false },
    { key: 'downstream-a-output', optional: false },
    { key: 'downstream-b-output', optional: false },
  ],
  output: { key: 'downstream-c-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
