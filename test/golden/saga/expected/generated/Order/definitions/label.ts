// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';

export const label: StepDefinition = {
  workflow: 'Order',
  step: 'label',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'reservation', optional: false, schema: reservationSchema },
    { key: 'box-output', optional: false },
  ],
  output: { key: 'label-output' },
  outputKeys,
};
