// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as cardSchema } from '../validators/card.js';
import { schema as childInputSchema } from '../../Billing/validators/input.js';
import { outputKeys as billingOutputKeys } from '../../Billing/output-keys.js';

export const bill: DownstreamDefinition = {
  workflow: 'Order',
  step: 'bill',
  reads: [
    { key: 'card', optional: false, schema: cardSchema },
    { key: 'wrap-output', optional: true },
  ],
  output: { key: 'bill-output' },
  outputKeys,
  child: {
    workflow: 'Billing',
    input: childInputSchema,
    outputKeys: billingOutputKeys,
    properties: [
      { name: 'token', key: 'card', path: ['token'] },
      { name: 'paper', key: 'wrap-output', path: ['kind', 'name'] },
    ],
  },
};
