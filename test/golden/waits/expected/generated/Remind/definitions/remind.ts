// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as planOutputSchema } from '../validators/plan-output.js';

export const remind: StepDefinition = {
  workflow: 'Remind',
  step: 'remind',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'plan-output', optional: false, schema: planOutputSchema },
  ],
  output: { key: 'remind-output' },
  outputKeys,
};
