// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';
import { schema as verdictSchema } from '../validators/verdict.js';

export const review: StepDefinition = {
  workflow: 'Order',
  step: 'review',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'reservation', optional: false, schema: reservationSchema },
  ],
  output: {
    key: 'verdict', schema: verdictSchema,
    signals: [
      { name: 'accepted', path: ['accepted'], measure: 'value' },
    ],
  },
  outputKeys,
};
