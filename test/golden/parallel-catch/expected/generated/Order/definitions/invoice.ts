// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';

export const invoice: StepDefinition = {
  workflow: 'Order',
  step: 'invoice',
  reads: [
    { key: 'error', optional: false },
    { key: 'price-output', optional: false, schema: priceOutputSchema },
  ],
  output: { key: 'invoice-output' },
  outputKeys,
};
