// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const audit: DownstreamDefinition = {
  workflow: 'Report',
  step: 'audit',
  reads: [
    { key: 'input', optional: false },
  ],
  output: { key: 'audit-output' },
  outputKeys,
  child: { workflow: 'audit' },
};
