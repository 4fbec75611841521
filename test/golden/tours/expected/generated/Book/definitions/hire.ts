// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as guideSchema } from '../validators/guide.js';

export const hire: StepDefinition = {
  workflow: 'Book',
  step: 'hire',
  maps: ['each-tour'],
  reads: [
    { key: 'tour', optional: false, item: { map: 'each-tour', batch: 1, of: { key: 'input', path: ['tours'], schema: inputSchema } } },
  ],
  output: { key: 'guide', map: 'each-tour', schema: guideSchema },
  outputKeys,
};
