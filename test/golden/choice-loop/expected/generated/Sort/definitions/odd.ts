// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as smallOutputSchema } from '../validators/small-output.js';

export const odd: StepDefinition = {
  workflow: 'Sort',
  step: 'odd',
  reads: [
    { key: 'small-output', optional: false, schema: smallOutputSchema },
  ],
  output: { key: 'odd-output' },
  outputKeys,
};
