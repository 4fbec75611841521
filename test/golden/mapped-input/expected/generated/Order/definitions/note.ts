// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceV2Schema } from '../validators/price~v2.js';

export const note: StepDefinition = {
  workflow: 'Order',
  step: 'note',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'price.v2', optional: false, schema: priceV2Schema },
    { key: 'ship-output', optional: false },
    { key: 'bill-output', optional: false },
  ],
  outputKeys,
  publish: { outputs: outputKeys, certain: ['price.v2', 'ship-output', 'bill-output'], sensitive: ['card'], maxBytes: 33554432 },
};
