// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackDefinition } from '@sfs3/runtime/contract';
import { schema as approveOutputSchema } from './validators/approve-output.js';

/** The steps that wait for an answer, in the order of the workflow. */
export const callbacks: readonly CallbackDefinition[] = [
  {
    step: 'approve',
    output: {
      key: 'approve-output', schema: approveOutputSchema,
      signals: [
        { name: 'decision', path: ['decision'], measure: 'value' },
      ],
    },
  },
  {
    step: 'escalate',
    output: { key: 'escalate-output' },
  },
];
