// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as escalateOutputSchema } from '../validators/escalate-output.js';

export const escalate: StepDefinition = {
  workflow: 'Approval',
  step: 'escalate',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'error', optional: false },
  ],
  output: { key: 'escalate-output', schema: escalateOutputSchema },
  outputKeys,
};
