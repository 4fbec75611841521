// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as salesSchema } from '../validators/sales.js';

export const read: StepDefinition = {
  workflow: 'Import',
  step: 'read',
  reads: [
    { key: 'upload', optional: false, content: 'upload' },
  ],
  output: {
    key: 'sales', schema: salesSchema,
    lists: [{ map: 'each-batch', path: [], batch: 100 }],
    signals: [
      { name: '$count()', path: [], measure: 'count' },
    ],
  },
  outputKeys,
};
