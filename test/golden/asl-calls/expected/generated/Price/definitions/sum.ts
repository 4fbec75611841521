// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as priceSchema } from '../validators/price.js';
import { schema as nothingSchema } from '../validators/nothing.js';

export const sum: StepDefinition = {
  workflow: 'Price',
  step: 'sum',
  reads: [
    { key: 'price', optional: false, schema: priceSchema },
  ],
  output: { key: 'nothing', schema: nothingSchema },
  outputKeys,
};
