// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as childInputSchema } from '../../Closing/validators/input.js';
import { outputKeys as closingOutputKeys } from '../../Closing/output-keys.js';

export const finish: DownstreamDefinition = {
  workflow: 'Order',
  step: 'finish',
  reads: [
    { key: 'bill-output', optional: false },
  ],
  output: { key: 'finish-output' },
  outputKeys,
  child: {
    workflow: 'Closing',
    input: childInputSchema,
    outputKeys: closingOutputKeys,
    properties: [
      { name: 'bill', key: 'bill-output', path: ['document'] },
    ],
  },
};
