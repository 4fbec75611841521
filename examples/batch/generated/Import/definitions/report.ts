// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as bookOutputSchema } from '../validators/book-output.js';
import { schema as reportOutputSchema } from '../validators/report-output.js';

export const report: StepDefinition = {
  workflow: 'Import',
  step: 'report',
  reads: [
    { key: 'sums', optional: false, schema: bookOutputSchema },
  ],
  output: { key: 'report-output', schema: reportOutputSchema },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 65536 },
};
