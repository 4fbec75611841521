// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';
import { schema as chargeOutputSchema } from '../validators/charge-output.js';

export const charge: StepDefinition = {
  workflow: 'Order',
  step: 'charge',
  reads: [
    { key: 'price-output', optional: false, schema: priceOutputSchema },
  ],
  output: { key: 'charge-output', schema: chargeOutputSchema },
  outputKeys,
};
