// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const store: StepDefinition = {
  workflow: 'Upload',
  step: 'store',
  reads: [
    { key: 'input', optional: false },
    { key: 'check-output', optional: false },
  ],
  output: { key: 'store-output' },
  outputKeys,
};
