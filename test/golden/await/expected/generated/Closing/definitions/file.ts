// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const file: StepDefinition = {
  workflow: 'Closing',
  step: 'file',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'file-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
