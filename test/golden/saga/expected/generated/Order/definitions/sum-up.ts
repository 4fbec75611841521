// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as paymentSchema } from '../validators/payment.js';
import { schema as refundSchema } from '../validators/refund.js';

export const sumUp: StepDefinition = {
  workflow: 'Order',
  step: 'sum-up',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'error', optional: false },
    { key: 'payment', optional: true, schema: paymentSchema },
    { key: 'release-output', optional: true },
    { key: 'refund', optional: true, schema: refundSchema },
  ],
  output: { key: 'summary' },
  outputKeys,
};
