// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as prepareOutputSchema } from '../validators/prepare-output.js';

export const note: StepDefinition = {
  workflow: 'Batch',
  step: 'note',
  maps: ['each-rate'],
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'rate', optional: false, item: { map: 'each-rate', batch: 1, of: { key: 'prepare-output', path: ['rates'], schema: prepareOutputSchema } } },
  ],
  outputKeys,
};
