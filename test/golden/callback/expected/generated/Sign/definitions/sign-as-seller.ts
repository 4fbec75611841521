// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const signAsSeller: StepDefinition = {
  workflow: 'Sign',
  step: 'sign-as-seller',
  reads: [
    { key: 'draft-output', optional: false },
  ],
  output: { key: 'sign-as-seller-output' },
  outputKeys,
};
