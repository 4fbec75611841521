// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as stepCOutputSchema } from '../validators/step-c-output.js';
import { schema as stepDOutputSchema } from '../validators/step-d-output.js';

export const stepD: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-d',
  reads: [
    { key: 'step-c-output', optional: false, schema: stepCOutputSchema },
  ],
  output: { key: 'step-d-output', schema: stepDOutputSchema },
  outputKeys,
};
