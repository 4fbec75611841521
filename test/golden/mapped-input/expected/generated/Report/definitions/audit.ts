// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const audit: DownstreamDefinition = {
  workflow: 'Report',
  step: 'audit',
  reads: [
    { key: 'sum-output', optional: false },
  ],
  outputKeys,
  child: {
    workflow: 'audit',
    properties: [
      { name: 'what', key: 'sum-output', path: ['total'] },
    ],
  },
};
