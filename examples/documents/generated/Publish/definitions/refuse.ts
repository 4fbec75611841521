// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as refusalSchema } from '../validators/refusal.js';

export const refuse: StepDefinition = {
  workflow: 'Publish',
  step: 'refuse',
  reads: [
    { key: 'error', optional: false },
  ],
  output: { key: 'refusal', schema: refusalSchema },
  outputKeys,
};
