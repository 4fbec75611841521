// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as verdictSchema } from '../validators/verdict.js';

export const terms: StepDefinition = {
  workflow: 'Bill',
  step: 'terms',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'chart', optional: false, content: 'output' },
    { key: 'verdict', optional: false, schema: verdictSchema },
  ],
  output: { key: 'terms-output', content: 'text/plain; charset=utf-8' },
  outputKeys,
};
