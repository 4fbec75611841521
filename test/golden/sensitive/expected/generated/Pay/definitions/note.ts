// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as chargeOutputSchema } from '../validators/charge-output.js';

export const note: StepDefinition = {
  workflow: 'Pay',
  step: 'note',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'charge-output', optional: false, schema: chargeOutputSchema },
    { key: 'ledger-output', optional: false },
  ],
  output: { key: 'note-output' },
  outputKeys,
};
