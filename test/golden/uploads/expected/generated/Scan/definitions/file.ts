// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as textSchema } from '../validators/text.js';

export const file: StepDefinition = {
  workflow: 'Scan',
  step: 'file',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'text', optional: false, schema: textSchema },
  ],
  output: { key: 'file-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: ['text', 'file-output'], contents: ['copy'], maxBytes: 33554432 },
};
