// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const sweep: StepDefinition = {
  workflow: 'Clean',
  step: 'sweep',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'sweep-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 2048 },
};
