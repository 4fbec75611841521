// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as refsOutputSchema } from '../validators/refs-output.js';

export const refs: StepDefinition = {
  workflow: 'Types',
  step: 'refs',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'refs-output', schema: refsOutputSchema },
  outputKeys,
};
