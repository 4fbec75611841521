// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const note: StepDefinition = {
  workflow: 'Order',
  step: 'note',
  reads: [
    { key: 'ship-output', optional: false },
    { key: 'invoice-started', optional: true },
  ],
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
