// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as priceSchema } from '../validators/price.js';

export const many: StepDefinition = {
  workflow: 'Price',
  step: 'many',
  reads: [
    { key: 'price', optional: false, schema: priceSchema },
  ],
  output: { key: 'many-output' },
  outputKeys,
};
