// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const book: StepDefinition = {
  workflow: 'Ledger',
  step: 'book',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'book-output' },
  outputKeys,
};
