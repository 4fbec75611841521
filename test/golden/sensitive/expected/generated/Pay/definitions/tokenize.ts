// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as cardSchema } from '../validators/card.js';

export const tokenize: StepDefinition = {
  workflow: 'Pay',
  step: 'tokenize',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: { key: 'card', schema: cardSchema },
  outputKeys,
  inputSignals: [
    { name: 'amount', path: ['amount'], measure: 'value' },
  ],
};
