// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as guideSchema } from '../validators/guide.js';

export const dismiss: StepDefinition = {
  workflow: 'Book',
  step: 'dismiss',
  maps: ['each-tour'],
  reads: [
    { key: 'guide', optional: false, map: 'each-tour', schema: guideSchema },
  ],
  output: { key: 'dismissed', map: 'each-tour' },
  undoes: { step: 'hire', key: 'guide', map: 'each-tour' },
  outputKeys,
};
