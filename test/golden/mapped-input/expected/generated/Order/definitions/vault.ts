// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceV2Schema } from '../validators/price~v2.js';
import { schema as cardSchema } from '../validators/card.js';

export const vault: StepDefinition = {
  workflow: 'Order',
  step: 'vault',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'price.v2', optional: false, schema: priceV2Schema },
  ],
  output: { key: 'card', schema: cardSchema },
  outputKeys,
};
