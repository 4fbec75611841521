// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';

export const price: StepDefinition = {
  workflow: 'Order',
  step: 'price',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'price-output', schema: priceOutputSchema },
  outputKeys,
};
