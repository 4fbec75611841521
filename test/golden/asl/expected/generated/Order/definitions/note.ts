// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';
import { schema as grossPriceSchema } from '../validators/gross-price.js';

export const note: StepDefinition = {
  workflow: 'Order',
  step: 'note',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'price-output', optional: false, schema: priceOutputSchema },
    { key: 'gross-price', optional: false, schema: grossPriceSchema },
  ],
  output: { key: 'note' },
  outputKeys,
};
