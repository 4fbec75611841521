// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const seal: StepDefinition = {
  workflow: 'Ledger',
  step: 'seal',
  reads: [
    { key: 'input', optional: false },
    { key: 'book-output', optional: false },
  ],
  output: { key: 'seal-output' },
  outputKeys,
};
