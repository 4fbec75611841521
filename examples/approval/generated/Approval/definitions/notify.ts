// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as approveOutputSchema } from '../validators/approve-output.js';
import { schema as escalateOutputSchema } from '../validators/escalate-output.js';
import { schema as notifyOutputSchema } from '../validators/notify-output.js';

export const notify: StepDefinition = {
  workflow: 'Approval',
  step: 'notify',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'approve-output', optional: true, schema: approveOutputSchema },
    { key: 'escalate-output', optional: true, schema: escalateOutputSchema },
  ],
  output: {
    key: 'notify-output', schema: notifyOutputSchema,
    signals: [
      { name: 'approved', path: ['approved'], measure: 'value' },
    ],
  },
  outputKeys,
};
