// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const downstreamA: StepDefinition = {
  workflow: 'downstream',
  step: 'downstream-a',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'downstream-a-output' },
  outputKeys,
};
