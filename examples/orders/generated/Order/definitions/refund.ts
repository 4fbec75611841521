// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as paymentSchema } from '../validators/payment.js';
import { schema as refundOutputSchema } from '../validators/refund-output.js';

export const refund: StepDefinition = {
  workflow: 'Order',
  step: 'refund',
  reads: [
    { key: 'error', optional: false },
    { key: 'payment', optional: false, schema: paymentSchema },
  ],
  output: { key: 'refund-output', schema: refundOutputSchema },
  undoes: { step: 'charge', key: 'payment' },
  outputKeys,
};
