// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as reservationSchema } from '../validators/reservation.js';
import { schema as paymentSchema } from '../validators/payment.js';
import { schema as verdictSchema } from '../validators/verdict.js';
import { schema as refundSchema } from '../validators/refund.js';

export const refund: StepDefinition = {
  workflow: 'Order',
  step: 'refund',
  reads: [
    { key: 'error', optional: false },
    { key: 'reservation', optional: false, schema: reservationSchema },
    { key: 'payment', optional: false, schema: paymentSchema },
    { key: 'verdict', optional: true, schema: verdictSchema },
    { key: 'unbox-output', optional: true },
  ],
  output: { key: 'refund', schema: refundSchema },
  undoes: { step: 'charge', key: 'payment' },
  outputKeys,
};
