// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as dealOutputSchema } from '../validators/deal-output.js';
import { schema as rightHandOutputSchema } from '../validators/right-hand-output.js';

export const rightHand: StepDefinition = {
  workflow: 'Rounds',
  step: 'right-hand',
  reads: [
    { key: 'error', optional: true },
    { key: 'deal-output', optional: false, schema: dealOutputSchema },
  ],
  output: {
    key: 'right-hand-output', onLoop: true, schema: rightHandOutputSchema,
    signals: [
      { name: 'points', path: ['points'], measure: 'value' },
    ],
  },
  outputKeys,
};
