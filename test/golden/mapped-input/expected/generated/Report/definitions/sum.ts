// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const sum: StepDefinition = {
  workflow: 'Report',
  step: 'sum',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'sum-output' },
  outputKeys,
};
