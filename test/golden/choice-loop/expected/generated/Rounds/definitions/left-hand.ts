// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as dealOutputSchema } from '../validators/deal-output.js';
import { schema as leftHandOutputSchema } from '../validators/left-hand-output.js';

export const leftHand: StepDefinition = {
  workflow: 'Rounds',
  step: 'left-hand',
  reads: [
    { key: 'deal-output', optional: false, schema: dealOutputSchema },
  ],
  output: {
    key: 'left-hand-output', onLoop: true, schema: leftHandOutputSchema,
    signals: [
      { name: 'points', path: ['points'], measure: 'value' },
    ],
  },
  outputKeys,
};
