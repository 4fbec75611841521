// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';
import { schema as keepOutputSchema } from '../validators/keep-output.js';

export const keep: StepDefinition = {
  workflow: 'Order',
  step: 'keep',
  reads: [
    { key: 'price-output', optional: false, schema: priceOutputSchema },
  ],
  output: { key: 'keep-output', schema: keepOutputSchema },
  outputKeys,
};
