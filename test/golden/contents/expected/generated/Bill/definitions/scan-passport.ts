// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const scanPassport: StepDefinition = {
  workflow: 'Bill',
  step: 'scan-passport',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'passport', content: 'image/png' },
  outputKeys,
  inputSignals: [
    { name: 'amount', path: ['amount'], measure: 'value' },
  ],
};
