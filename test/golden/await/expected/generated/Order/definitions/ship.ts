// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as childInputSchema } from '../../Shipping/validators/input.js';
import { outputKeys as shippingOutputKeys } from '../../Shipping/output-keys.js';

export const ship: DownstreamDefinition = {
  workflow: 'Order',
  step: 'ship',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'shipment', optional: true },
  ],
  output: {
    key: 'shipment', onLoop: true,
    signals: [
      { name: 'document.pack-output.grams', path: ['document', 'pack-output', 'grams'], measure: 'value' },
      { name: 'document.priority', path: ['document', 'priority'], measure: 'value' },
    ],
  },
  outputKeys,
  child: {
    workflow: 'Shipping',
    input: childInputSchema,
    outputKeys: shippingOutputKeys,
    sensitive: ['label-output'],
    properties: [
      { name: 'customer', key: 'input', path: ['customer'] },
      { name: 'left', key: 'shipment', path: ['document', 'pack-output', 'grams'] },
    ],
  },
};
