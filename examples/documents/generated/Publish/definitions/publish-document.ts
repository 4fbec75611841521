// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { PublisherDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';

export const publishDocument: PublisherDefinition = {
  workflow: 'Publish',
  step: 'publish-document',
  outputKeys,
  publish: { outputs: outputKeys, certain: ['pages'], contents: ['booklet'], maxBytes: 33554432 },
};
