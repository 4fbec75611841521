// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const copy: StepDefinition = {
  workflow: 'Scan',
  step: 'copy',
  reads: [
    { key: 'upload', optional: false, content: 'upload' },
  ],
  output: { key: 'copy', content: 'text/plain' },
  outputKeys,
};
