// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const skip: StepDefinition = {
  workflow: 'Survey',
  step: 'skip',
  maps: ['each'],
  reads: [
    { key: 'person', optional: false, item: { map: 'each', batch: 1, of: { key: 'input', path: ['people'], schema: inputSchema } } },
  ],
  output: { key: 'silence', map: 'each' },
  outputKeys,
};
