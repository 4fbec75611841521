// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as refundOutputSchema } from '../validators/refund-output.js';

export const notify: StepDefinition = {
  workflow: 'Order',
  step: 'notify',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'error', optional: false },
    { key: 'refund-output', optional: true, schema: refundOutputSchema },
  ],
  output: { key: 'letter' },
  outputKeys,
};
