// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as leftHandOutputSchema } from '../validators/left-hand-output.js';
import { schema as rightHandOutputSchema } from '../validators/right-hand-output.js';

export const finish: StepDefinition = {
  workflow: 'Rounds',
  step: 'finish',
  reads: [
    { key: 'left-hand-output', optional: false, schema: leftHandOutputSchema },
    { key: 'right-hand-output', optional: false, schema: rightHandOutputSchema },
    { key: 'report-output', optional: false },
  ],
  output: { key: 'finish-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
