// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as bidSchema } from '../validators/bid.js';

export const bid: StepDefinition = {
  workflow: 'Auction',
  step: 'bid',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'bid', optional: true, schema: bidSchema },
  ],
  output: {
    key: 'bid', onLoop: true, schema: bidSchema,
    signals: [
      { name: 'round', path: ['round'], measure: 'value' },
    ],
  },
  outputKeys,
  inputSignals: [
    { name: 'rounds', path: ['rounds'], measure: 'value' },
  ],
};
