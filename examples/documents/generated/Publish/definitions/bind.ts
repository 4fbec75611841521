// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as typesetOutputSchema } from '../validators/typeset-output.js';

export const bind: StepDefinition = {
  workflow: 'Publish',
  step: 'bind',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'columns', optional: false, schema: typesetOutputSchema },
  ],
  output: { key: 'booklet', content: 'application/pdf' },
  outputKeys,
};
