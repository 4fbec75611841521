// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as reviewOutputSchema } from '../validators/review-output.js';
import { schema as rowsSchema } from '../validators/rows.js';

export const read: StepDefinition = {
  workflow: 'Import',
  step: 'read',
  reads: [
    { key: 'input', optional: false },
    { key: 'review-output', optional: true, schema: reviewOutputSchema },
  ],
  output: {
    key: 'rows', onLoop: true, schema: rowsSchema,
    lists: [{ map: 'each-row', path: [], batch: 1 }],
    signals: [
      { name: '$count()', path: [], measure: 'count' },
    ],
  },
  outputKeys,
};
