// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const giveUp: StepDefinition = {
  workflow: 'Order',
  step: 'give-up',
  reads: [
    { key: 'error', optional: false },
  ],
  outputKeys,
};
