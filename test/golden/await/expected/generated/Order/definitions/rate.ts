// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { outputKeys as ratingOutputKeys } from '../../Rating/output-keys.js';

export const rate: DownstreamDefinition = {
  workflow: 'Order',
  step: 'rate',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  outputKeys,
  child: {
    workflow: 'Rating',
    outputKeys: ratingOutputKeys,
  },
};
