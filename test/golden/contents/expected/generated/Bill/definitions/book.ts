// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as verdictSchema } from '../validators/verdict.js';
import { outputKeys as ledgerOutputKeys } from '../../Ledger/output-keys.js';

export const book: DownstreamDefinition = {
  workflow: 'Bill',
  step: 'book',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'verdict', optional: false, schema: verdictSchema },
  ],
  output: { key: 'book-output' },
  outputKeys,
  child: {
    workflow: 'Ledger',
    outputKeys: ledgerOutputKeys,
  },
};
