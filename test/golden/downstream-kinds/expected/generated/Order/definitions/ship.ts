// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';
import { schema as childInputSchema } from '../../Shipping/validators/input.js';
import { outputKeys as shippingOutputKeys } from '../../Shipping/output-keys.js';

export const ship: DownstreamDefinition = {
  workflow: 'Order',
  step: 'ship',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'price-output', optional: false, schema: priceOutputSchema },
  ],
  output: { key: 'ship-output' },
  outputKeys,
  child: {
    workflow: 'Shipping',
    input: childInputSchema,
    outputKeys: shippingOutputKeys,
  },
};
