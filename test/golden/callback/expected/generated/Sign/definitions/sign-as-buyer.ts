// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const signAsBuyer: StepDefinition = {
  workflow: 'Sign',
  step: 'sign-as-buyer',
  reads: [
    { key: 'input', optional: false },
    { key: 'draft-output', optional: false },
  ],
  outputKeys,
};
