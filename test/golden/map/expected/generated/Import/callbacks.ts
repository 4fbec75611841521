// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackDefinition } from '@sfs3/runtime/contract';
import { schema as askOutputSchema } from './validators/ask-output.js';

/** The steps that wait for an answer, in the order of the workflow. */
export const callbacks: readonly CallbackDefinition[] = [
  {
    step: 'ask',
    output: { key: 'ask-output', map: 'each-row', schema: askOutputSchema },
  },
];
