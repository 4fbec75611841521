// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackDefinition } from '@sfs3/runtime/contract';
import { schema as approveOutputSchema } from './validators/approve-output.js';
import { schema as escalateOutputSchema } from './validators/escalate-output.js';

/** The steps that wait for an answer, in the order of the workflow. */
export const callbacks: readonly CallbackDefinition[] = [
  {
    step: 'approve',
    output: { key: 'approve-output', schema: approveOutputSchema },
  },
  {
    step: 'escalate',
    output: { key: 'escalate-output', schema: escalateOutputSchema },
  },
];
