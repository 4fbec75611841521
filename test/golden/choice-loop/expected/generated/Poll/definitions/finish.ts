// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as askOutputSchema } from '../validators/ask-output.js';

export const finish: StepDefinition = {
  workflow: 'Poll',
  step: 'finish',
  reads: [
    { key: 'ask-output', optional: false, schema: askOutputSchema },
  ],
  output: { key: 'finish-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
