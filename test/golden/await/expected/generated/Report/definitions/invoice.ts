// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const invoice: DownstreamDefinition = {
  workflow: 'Report',
  step: 'invoice',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'invoice-output' },
  outputKeys,
  child: { workflow: 'Invoice' },
};
