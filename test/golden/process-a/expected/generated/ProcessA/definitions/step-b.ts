// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as stepAOutputSchema } from '../validators/step-a-output.js';
import { schema as stepBOutputSchema } from '../validators/step-b-output.js';

export const stepB: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-b',
  reads: [
    { key: 'step-a-output', optional: false, schema: stepAOutputSchema },
  ],
  output: { key: 'step-b-output', schema: stepBOutputSchema },
  outputKeys,
};
