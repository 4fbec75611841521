// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as reservationSchema } from '../validators/reservation.js';

export const recall: StepDefinition = {
  workflow: 'Order',
  step: 'recall',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'error', optional: false },
    { key: 'reservation', optional: false, schema: reservationSchema },
    { key: 'shipment', optional: false },
  ],
  output: { key: 'recall-output' },
  undoes: { step: 'call-carrier', key: 'shipment' },
  outputKeys,
};
