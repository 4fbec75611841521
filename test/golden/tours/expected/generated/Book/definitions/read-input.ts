// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { InputReaderDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const readInput: InputReaderDefinition = {
  workflow: 'Book',
  step: 'read-input',
  input: inputSchema,
  outputKeys,
  inputSignals: [
    { name: '$count(tours)', path: ['tours'], measure: 'count' },
  ],
  inputLists: [{ map: 'each-tour', path: ['tours'], batch: 1 }],
};
