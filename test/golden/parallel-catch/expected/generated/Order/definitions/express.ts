// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as weighOutputSchema } from '../validators/weigh-output.js';

export const express: StepDefinition = {
  workflow: 'Order',
  step: 'express',
  reads: [
    { key: 'weigh-output', optional: false, schema: weighOutputSchema },
  ],
  output: { key: 'express-output' },
  outputKeys,
};
