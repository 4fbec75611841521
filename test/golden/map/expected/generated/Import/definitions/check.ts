// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as rowsSchema } from '../validators/rows.js';
import { schema as checkOutputSchema } from '../validators/check-output.js';

export const check: StepDefinition = {
  workflow: 'Import',
  step: 'check',
  maps: ['each-row'],
  reads: [
    { key: 'row', optional: false, item: { map: 'each-row', batch: 1, of: { key: 'rows', path: [], schema: rowsSchema } } },
  ],
  output: { key: 'check-output', map: 'each-row', schema: checkOutputSchema },
  outputKeys,
};
