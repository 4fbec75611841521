// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as cardSchema } from '../validators/card.js';

export const forget: StepDefinition = {
  workflow: 'Pay',
  step: 'forget',
  reads: [
    { key: 'card', optional: false, schema: cardSchema },
  ],
  outputKeys,
  publish: { outputs: ['card', 'charge-output', 'ledger-output', 'note-output'], certain: ['charge-output', 'ledger-output', 'note-output'], sensitive: ['card'], maxBytes: 33554432 },
};
