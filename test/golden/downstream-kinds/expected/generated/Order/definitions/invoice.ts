// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as priceOutputSchema } from '../validators/price-output.js';

export const invoice: DownstreamDefinition = {
  workflow: 'Order',
  step: 'invoice',
  reads: [
    { key: 'price-output', optional: false, schema: priceOutputSchema },
  ],
  output: { key: 'invoice-started' },
  outputKeys,
  child: { workflow: 'Invoice' },
};
