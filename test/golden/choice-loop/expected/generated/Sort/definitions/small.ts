// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as smallOutputSchema } from '../validators/small-output.js';

export const small: StepDefinition = {
  workflow: 'Sort',
  step: 'small',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: {
    key: 'small-output', schema: smallOutputSchema,
    signals: [
      { name: 'kind', path: ['kind'], measure: 'value' },
    ],
  },
  outputKeys,
};
