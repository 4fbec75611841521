// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as cardSchema } from '../validators/card.js';

export const verify: StepDefinition = {
  workflow: 'Pay',
  step: 'verify',
  reads: [
    { key: 'card', optional: false, schema: cardSchema },
  ],
  output: { key: 'proof' },
  outputKeys,
};
