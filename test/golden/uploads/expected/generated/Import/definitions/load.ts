// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as linesSchema } from '../validators/lines.js';

export const load: StepDefinition = {
  workflow: 'Import',
  step: 'load',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'upload', optional: true, content: 'upload' },
  ],
  output: { key: 'lines', schema: linesSchema },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
