// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';
import { schema as weighOutputSchema } from '../validators/weigh-output.js';

export const weigh: StepDefinition = {
  workflow: 'Order',
  step: 'weigh',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'price-output', optional: false, schema: priceOutputSchema },
  ],
  output: {
    key: 'weigh-output', schema: weighOutputSchema,
    signals: [
      { name: 'grams', path: ['grams'], measure: 'value' },
    ],
  },
  outputKeys,
};
