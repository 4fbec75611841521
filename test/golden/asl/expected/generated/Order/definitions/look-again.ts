// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as lookAgainOutputSchema } from '../validators/look-again-output.js';

export const lookAgain: StepDefinition = {
  workflow: 'Order',
  step: 'look-again',
  reads: [
    { key: 'note', optional: false },
  ],
  output: { key: 'look-again-output', schema: lookAgainOutputSchema },
  outputKeys,
};
