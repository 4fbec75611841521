// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as chargeOutputSchema } from '../validators/charge-output.js';

export const confirm: StepDefinition = {
  workflow: 'Order',
  step: 'confirm',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'charge-output', optional: true, schema: chargeOutputSchema },
    { key: 'invoice-output', optional: true },
    { key: 'find-box-output', optional: true },
    { key: 'express-output', optional: true },
  ],
  output: { key: 'confirm-output' },
  outputKeys,
};
