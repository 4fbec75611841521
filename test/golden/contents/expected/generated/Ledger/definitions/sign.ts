// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const sign: StepDefinition = {
  workflow: 'Ledger',
  step: 'sign',
  reads: [
    { key: 'input', optional: false },
    { key: 'note-output', optional: false },
  ],
  output: { key: 'signature', content: 'application/octet-stream' },
  outputKeys,
};
