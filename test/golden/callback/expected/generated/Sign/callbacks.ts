// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackDefinition } from '@sfs3/runtime/contract';

/** The steps that wait for an answer, in the order of the workflow. */
export const callbacks: readonly CallbackDefinition[] = [
  {
    step: 'sign-as-buyer',
  },
  {
    step: 'sign-as-seller',
    output: { key: 'sign-as-seller-output' },
  },
];
