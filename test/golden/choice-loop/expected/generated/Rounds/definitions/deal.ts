// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as dealOutputSchema } from '../validators/deal-output.js';

export const deal: StepDefinition = {
  workflow: 'Rounds',
  step: 'deal',
  reads: [
    { key: 'deal-output', optional: true, schema: dealOutputSchema },
  ],
  output: { key: 'deal-output', onLoop: true, schema: dealOutputSchema },
  outputKeys,
};
