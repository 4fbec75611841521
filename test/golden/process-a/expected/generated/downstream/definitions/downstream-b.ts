// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const downstreamB: StepDefinition = {
  workflow: 'downstream',
  step: 'downstream-b',
  reads: [
    { key: 'input', optional: false },
    { key: 'downstream-a-output', optional: false },
  ],
  output: { key: 'downstream-b-output' },
  outputKeys,
};
