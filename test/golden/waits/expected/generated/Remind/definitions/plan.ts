// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as planOutputSchema } from '../validators/plan-output.js';

export const plan: StepDefinition = {
  workflow: 'Remind',
  step: 'plan',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: {
    key: 'plan-output', schema: planOutputSchema,
    signals: [
      { name: 'at', path: ['at'], measure: 'value' },
    ],
  },
  outputKeys,
};
