// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as childInputSchema } from '../../Billing/validators/input.js';
import { outputKeys as billingOutputKeys } from '../../Billing/output-keys.js';

export const bill: DownstreamDefinition = {
  workflow: 'Order',
  step: 'bill',
  reads: [
    { key: 'shipment', optional: false },
  ],
  output: { key: 'bill-output' },
  outputKeys,
  child: {
    workflow: 'Billing',
    input: childInputSchema,
    outputKeys: billingOutputKeys,
    sensitive: ['draw-output'],
    properties: [
      { name: 'total', key: 'shipment', path: ['document', 'pack-output', 'grams'] },
    ],
  },
};
