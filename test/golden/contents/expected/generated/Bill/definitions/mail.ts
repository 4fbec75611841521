// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as verdictSchema } from '../validators/verdict.js';
import { schema as mailOutputSchema } from '../validators/mail-output.js';

export const mail: StepDefinition = {
  workflow: 'Bill',
  step: 'mail',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'chart', optional: false, content: 'output' },
    { key: 'verdict', optional: false, schema: verdictSchema },
    { key: 'invoice', optional: false, content: 'output' },
    { key: 'book-output', optional: false },
  ],
  output: { key: 'mail-output', schema: mailOutputSchema },
  outputKeys,
  publish: { outputs: outputKeys, certain: ['chart', 'verdict', 'invoice', 'book-output', 'mail-output'], sensitive: ['passport'], contents: ['passport', 'chart', 'terms-output', 'invoice'], maxBytes: 33554432 },
};
