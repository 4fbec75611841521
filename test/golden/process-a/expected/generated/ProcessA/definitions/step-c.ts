// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as stepBOutputSchema } from '../validators/step-b-output.js';
import { schema as stepCOutputSchema } from '../validators/step-c-output.js';

export const stepC: StepDefinition = {
  workflow: 'ProcessA',
  step: 'step-c',
  reads: [
    { key: 'step-b-output', optional: false, schema: stepBOutputSchema },
  ],
  output: { key: 'step-c-output', schema: stepCOutputSchema },
  outputKeys,
};
