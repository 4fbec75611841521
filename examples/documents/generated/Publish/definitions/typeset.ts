// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as pagesSchema } from '../validators/pages.js';
import { schema as typesetOutputSchema } from '../validators/typeset-output.js';

export const typeset: StepDefinition = {
  workflow: 'Publish',
  step: 'typeset',
  maps: ['each-page'],
  reads: [
    { key: 'page', optional: false, item: { map: 'each-page', batch: 1, of: { key: 'pages', path: [], schema: pagesSchema } } },
  ],
  output: { key: 'typeset-output', map: 'each-page', schema: typesetOutputSchema },
  outputKeys,
};
