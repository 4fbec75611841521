// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';

export const reserve: StepDefinition = {
  workflow: 'Order',
  step: 'reserve',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: {
    key: 'reservation', schema: reservationSchema,
    signals: [
      { name: 'total', path: ['total'], measure: 'value' },
    ],
  },
  outputKeys,
};
