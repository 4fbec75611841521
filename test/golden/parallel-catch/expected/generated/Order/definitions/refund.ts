// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as chargeOutputSchema } from '../validators/charge-output.js';

export const refund: StepDefinition = {
  workflow: 'Order',
  step: 'refund',
  reads: [
    { key: 'error', optional: true },
    { key: 'charge-output', optional: true, schema: chargeOutputSchema },
  ],
  output: { key: 'refund-output' },
  outputKeys,
};
