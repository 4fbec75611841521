// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as deletedOutputSchema } from '../validators/deleted-output.js';
import { schema as valueOfSchema } from '../validators/valueOf.js';

export const handLer: StepDefinition = {
  workflow: 'Inert',
  step: 'hand-ler',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'deleted-output', optional: false, schema: deletedOutputSchema },
    { key: 'valueOf', optional: false, schema: valueOfSchema },
  ],
  output: { key: 'toString' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
