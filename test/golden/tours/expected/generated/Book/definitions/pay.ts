// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as sumSchema } from '../validators/sum.js';
import { schema as payOutputSchema } from '../validators/pay-output.js';

export const pay: StepDefinition = {
  workflow: 'Book',
  step: 'pay',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'all-seats', optional: false },
    { key: 'sums', optional: false, schema: sumSchema },
  ],
  output: { key: 'pay-output', schema: payOutputSchema },
  outputKeys,
  publish: { outputs: ['all-seats', 'sums', 'pay-output'], certain: ['all-seats', 'sums', 'pay-output'], maxBytes: 33554432 },
};
