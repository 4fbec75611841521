// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const draw: StepDefinition = {
  workflow: 'Bill',
  step: 'draw',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
  ],
  output: {
    key: 'chart', onLoop: true, content: 'image/svg+xml',
    signals: [
      { name: '$exists()', path: [], measure: 'exists' },
    ],
  },
  outputKeys,
};
