// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceSchema } from '../validators/price.js';

export const lookUp: StepDefinition = {
  workflow: 'Price',
  step: 'look-up',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'price', schema: priceSchema },
  outputKeys,
};
