// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const render: StepDefinition = {
  workflow: 'Bill',
  step: 'render',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'passport', optional: false, content: 'output' },
    { key: 'chart', optional: false, content: 'output' },
    { key: 'terms-output', optional: true, content: 'output' },
  ],
  output: { key: 'invoice', content: 'application/pdf' },
  outputKeys,
};
