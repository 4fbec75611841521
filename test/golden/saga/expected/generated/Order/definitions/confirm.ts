// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';
import { schema as paymentSchema } from '../validators/payment.js';

export const confirm: StepDefinition = {
  workflow: 'Order',
  step: 'confirm',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'reservation', optional: false, schema: reservationSchema },
    { key: 'payment', optional: true, schema: paymentSchema },
  ],
  output: { key: 'confirm-output' },
  outputKeys,
  publish: { outputs: ['reservation', 'book-output', 'box-output', 'label-output', 'verdict', 'shipment', 'confirm-output', 'write-label-output'], certain: ['reservation', 'shipment', 'confirm-output'], maxBytes: 33554432 },
};
