// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';
import { schema as shipmentSchema } from '../validators/shipment.js';

export const ship: StepDefinition = {
  workflow: 'Order',
  step: 'ship',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'reservation', optional: false, schema: reservationSchema },
  ],
  output: { key: 'shipment', schema: shipmentSchema },
  outputKeys,
  publish: { outputs: ['reservation', 'verdict', 'payment', 'shipment'], certain: ['reservation', 'payment', 'shipment'], maxBytes: 33554432 },
};
