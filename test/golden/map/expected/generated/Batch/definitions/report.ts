// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as packOutputSchema } from '../validators/pack-output.js';

export const report: StepDefinition = {
  workflow: 'Batch',
  step: 'report',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'parcels', optional: true, schema: packOutputSchema },
  ],
  output: { key: 'report-output' },
  outputKeys,
};
