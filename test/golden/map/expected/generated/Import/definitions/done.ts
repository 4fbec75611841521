// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as askOutputSchema } from '../validators/ask-output.js';

export const done: StepDefinition = {
  workflow: 'Import',
  step: 'done',
  reads: [
    { key: 'checked', optional: false, schema: askOutputSchema },
  ],
  output: { key: 'done-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
