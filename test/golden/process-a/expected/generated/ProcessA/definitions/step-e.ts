// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as stepDOutputSchema } from '../validators/step-d-output.js';
import { schema as stepEOutputSchema } from '../validators/step-e-output.js';

export const stepE: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-e',
  reads: [
    { key: 'step-d-output', optional: false, schema: stepDOutputSchema },
  ],
  output: { key: 'step-e-output', schema: stepEOutputSchema },
  outputKeys,
};
