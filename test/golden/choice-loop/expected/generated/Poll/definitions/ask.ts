// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as askOutputSchema } from '../validators/ask-output.js';

export const ask: StepDefinition = {
  workflow: 'Poll',
  step: 'ask',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'ask-output', optional: true, schema: askOutputSchema },
  ],
  output: {
    key: 'ask-output', onLoop: true, schema: askOutputSchema,
    signals: [
      { name: 'state', path: ['state'], measure: 'value' },
      { name: 'asked', path: ['asked'], measure: 'value' },
    ],
  },
  outputKeys,
  inputSignals: [
    { name: 'limit', path: ['limit'], measure: 'value' },
  ],
};
