// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as approveOutputSchema } from '../validators/approve-output.js';

export const approve: StepDefinition = {
  workflow: 'Approval',
  step: 'approve',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'approve-output', schema: approveOutputSchema },
  outputKeys,
};
