// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const nudge: DownstreamDefinition = {
  workflow: 'Report',
  step: 'nudge',
  reads: [],
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
  child: {
    workflow: 'Remind',
    properties: [],
  },
};
