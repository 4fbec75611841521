// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as typesetOutputSchema } from '../validators/typeset-output.js';
import { schema as summarySchema } from '../validators/summary.js';

export const announce: StepDefinition = {
  workflow: 'Publish',
  step: 'announce',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'columns', optional: false, schema: typesetOutputSchema },
    { key: 'booklet', optional: false, content: 'output' },
  ],
  output: { key: 'summary', schema: summarySchema },
  outputKeys,
};
