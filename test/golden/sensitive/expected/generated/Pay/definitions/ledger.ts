// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as cardSchema } from '../validators/card.js';
import { schema as chargeOutputSchema } from '../validators/charge-output.js';
import { outputKeys as ledgerOutputKeys } from '../../Ledger/output-keys.js';

export const ledger: DownstreamDefinition = {
  workflow: 'Pay',
  step: 'ledger',
  reads: [
    { key: 'card', optional: false, schema: cardSchema },
    { key: 'charge-output', optional: false, schema: chargeOutputSchema },
    { key: 'proof', optional: true },
  ],
  output: { key: 'ledger-output' },
  outputKeys,
  child: {
    workflow: 'Ledger',
    outputKeys: ledgerOutputKeys,
  },
};
