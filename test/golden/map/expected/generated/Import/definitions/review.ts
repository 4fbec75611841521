// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as askOutputSchema } from '../validators/ask-output.js';
import { schema as reviewOutputSchema } from '../validators/review-output.js';

export const review: StepDefinition = {
  workflow: 'Import',
  step: 'review',
  reads: [
    { key: 'checked', optional: false, schema: askOutputSchema },
  ],
  output: {
    key: 'review-output', onLoop: true, schema: reviewOutputSchema,
    signals: [
      { name: 'again', path: ['again'], measure: 'value' },
    ],
  },
  outputKeys,
};
