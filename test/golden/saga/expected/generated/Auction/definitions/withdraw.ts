// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as bidSchema } from '../validators/bid.js';

export const withdraw: StepDefinition = {
  workflow: 'Auction',
  step: 'withdraw',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'error', optional: false },
    { key: 'bid', optional: false, schema: bidSchema },
  ],
  output: { key: 'withdraw-output' },
  undoes: { step: 'bid', key: 'bid' },
  outputKeys,
};
