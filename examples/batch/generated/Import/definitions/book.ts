// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as salesSchema } from '../validators/sales.js';
import { schema as bookOutputSchema } from '../validators/book-output.js';

export const book: StepDefinition = {
  workflow: 'Import',
  step: 'book',
  maps: ['each-batch'],
  reads: [
    { key: 'batch', optional: false, item: { map: 'each-batch', batch: 100, of: { key: 'sales', path: [], schema: salesSchema } } },
  ],
  output: { key: 'book-output', map: 'each-batch', schema: bookOutputSchema },
  outputKeys,
};
