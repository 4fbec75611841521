// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as textSchema } from '../validators/text.js';

export const recognize: StepDefinition = {
  workflow: 'Scan',
  step: 'recognize',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'upload', optional: false, content: 'upload' },
  ],
  output: {
    key: 'text', schema: textSchema,
    signals: [
      { name: 'words', path: ['words'], measure: 'value' },
    ],
  },
  outputKeys,
  inputSignals: [
    { name: 'upload.size', path: ['upload', 'size'], measure: 'value' },
  ],
};
