// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as askOutputSchema } from '../validators/ask-output.js';

export const thank: StepDefinition = {
  workflow: 'Survey',
  step: 'thank',
  maps: ['each'],
  reads: [
    { key: 'person', optional: false, item: { map: 'each', batch: 1, of: { key: 'input', path: ['people'], schema: inputSchema } } },
    { key: 'ask-output', optional: false, map: 'each', schema: askOutputSchema },
  ],
  output: { key: 'thanks', map: 'each' },
  outputKeys,
};
