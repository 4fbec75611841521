// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { InputReaderDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const readInput: InputReaderDefinition = {
  workflow: 'Survey',
  step: 'read-input',
  input: inputSchema,
  outputKeys,
  inputSignals: [
    { name: '$count(people)', path: ['people'], measure: 'count' },
  ],
  inputLists: [{ map: 'each', path: ['people'], batch: 1 }],
};
