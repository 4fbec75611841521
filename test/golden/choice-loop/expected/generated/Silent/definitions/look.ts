// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as lookOutputSchema } from '../validators/look-output.js';

export const look: StepDefinition = {
  workflow: 'Silent',
  step: 'look',
  reads: [
    { key: 'input', optional: false },
  ],
  output: {
    key: 'look-output', schema: lookOutputSchema,
    signals: [
      { name: 'ok', path: ['ok'], measure: 'value' },
    ],
  },
  outputKeys,
};
