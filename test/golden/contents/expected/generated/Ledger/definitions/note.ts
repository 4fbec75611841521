// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const note: StepDefinition = {
  workflow: 'Ledger',
  step: 'note',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'note-output' },
  outputKeys,
};
