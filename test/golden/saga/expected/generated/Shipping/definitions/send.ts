// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const send: StepDefinition = {
  workflow: 'Shipping',
  step: 'send',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'send-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
