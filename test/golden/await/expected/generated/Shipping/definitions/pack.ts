// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as packOutputSchema } from '../validators/pack-output.js';

export const pack: StepDefinition = {
  workflow: 'Shipping',
  step: 'pack',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'pack-output', schema: packOutputSchema },
  outputKeys,
};
