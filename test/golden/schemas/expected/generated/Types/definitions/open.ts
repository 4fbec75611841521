// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as refsOutputSchema } from '../validators/refs-output.js';
import { schema as combinedOutputSchema } from '../validators/combined-output.js';
import { schema as openOutputSchema } from '../validators/open-output.js';

export const open: StepDefinition = {
  workflow: 'Types',
  step: 'open',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'refs-output', optional: false, schema: refsOutputSchema },
    { key: 'combined-output', optional: false, schema: combinedOutputSchema },
  ],
  output: { key: 'open-output', schema: openOutputSchema },
  outputKeys,
};
