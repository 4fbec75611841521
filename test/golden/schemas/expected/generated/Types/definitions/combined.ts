// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as refsOutputSchema } from '../validators/refs-output.js';
import { schema as combinedOutputSchema } from '../validators/combined-output.js';

export const combined: StepDefinition = {
  workflow: 'Types',
  step: 'combined',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'refs-output', optional: false, schema: refsOutputSchema },
  ],
  output: { key: 'combined-output', schema: combinedOutputSchema },
  outputKeys,
};
