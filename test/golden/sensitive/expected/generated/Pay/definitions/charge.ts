// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as cardSchema } from '../validators/card.js';
import { schema as chargeOutputSchema } from '../validators/charge-output.js';

export const charge: StepDefinition = {
  workflow: 'Pay',
  step: 'charge',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'card', optional: false, schema: cardSchema },
  ],
  output: { key: 'charge-output', schema: chargeOutputSchema },
  outputKeys,
};
