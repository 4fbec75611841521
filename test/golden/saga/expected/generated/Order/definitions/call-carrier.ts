// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';
import { outputKeys as shippingOutputKeys } from '../../Shipping/output-keys.js';

export const callCarrier: DownstreamDefinition = {
  workflow: 'Order',
  step: 'call-carrier',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'reservation', optional: false, schema: reservationSchema },
  ],
  output: { key: 'shipment' },
  outputKeys,
  child: {
    workflow: 'Shipping',
    outputKeys: shippingOutputKeys,
  },
};
