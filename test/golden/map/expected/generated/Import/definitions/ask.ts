// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as rowsSchema } from '../validators/rows.js';
import { schema as checkOutputSchema } from '../validators/check-output.js';
import { schema as askOutputSchema } from '../validators/ask-output.js';

export const ask: StepDefinition = {
  workflow: 'Import',
  step: 'ask',
  maps: ['each-row'],
  reads: [
    { key: 'input', optional: false },
    { key: 'row', optional: false, item: { map: 'each-row', batch: 1, of: { key: 'rows', path: [], schema: rowsSchema } } },
    { key: 'check-output', optional: false, map: 'each-row', schema: checkOutputSchema },
  ],
  output: { key: 'ask-output', map: 'each-row', schema: askOutputSchema },
  outputKeys,
};
