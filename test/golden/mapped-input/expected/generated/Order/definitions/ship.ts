// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as priceV2Schema } from '../validators/price~v2.js';
import { schema as childInputSchema } from '../../Shipping/validators/input.js';
import { outputKeys as shippingOutputKeys } from '../../Shipping/output-keys.js';

export const ship: DownstreamDefinition = {
  workflow: 'Order',
  step: 'ship',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'price.v2', optional: false, schema: priceV2Schema },
  ],
  output: { key: 'ship-output' },
  outputKeys,
  child: {
    workflow: 'Shipping',
    input: childInputSchema,
    outputKeys: shippingOutputKeys,
    properties: [
      { name: 'customer', key: 'input', path: ['customer', 'id'] },
      { name: 'total', key: 'price.v2', path: ['total'] },
      { name: 'note', key: 'input', path: ['note'] },
      { name: 'the price', key: 'price.v2', path: [] },
    ],
  },
};
