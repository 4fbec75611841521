// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const regret: StepDefinition = {
  workflow: 'Book',
  step: 'regret',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'error', optional: false },
  ],
  output: { key: 'regret-output' },
  outputKeys,
};
