// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as pagesSchema } from '../validators/pages.js';

export const split: StepDefinition = {
  workflow: 'Publish',
  step: 'split',
  reads: [
    { key: 'upload', optional: false, content: 'upload' },
  ],
  output: {
    key: 'pages', schema: pagesSchema,
    lists: [{ map: 'each-page', path: [], batch: 1 }],
    signals: [
      { name: '$count()', path: [], measure: 'count' },
    ],
  },
  outputKeys,
};
