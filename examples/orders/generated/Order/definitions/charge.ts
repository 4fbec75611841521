// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';
import { schema as paymentSchema } from '../validators/payment.js';

export const charge: StepDefinition = {
  workflow: 'Order',
  step: 'charge',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'reservation', optional: false, schema: reservationSchema },
  ],
  output: { key: 'payment', schema: paymentSchema },
  outputKeys,
};
