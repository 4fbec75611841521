// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as verdictSchema } from '../validators/verdict.js';

export const judge: StepDefinition = {
  workflow: 'Bill',
  step: 'judge',
  reads: [
    { key: 'chart', optional: false, content: 'output' },
  ],
  output: {
    key: 'verdict', onLoop: true, schema: verdictSchema,
    signals: [
      { name: 'again', path: ['again'], measure: 'value' },
    ],
  },
  outputKeys,
};
