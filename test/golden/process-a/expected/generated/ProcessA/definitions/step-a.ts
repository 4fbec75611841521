// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as stepAOutputSchema } from '../validators/step-a-output.js';

export const stepA: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-a',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'step-a-output', schema: stepAOutputSchema },
  outputKeys,
};
