// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { InputReaderDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';

export const readInput: InputReaderDefinition = {
  workflow: 'Sort',
  step: 'read-input',
  input: inputSchema,
  outputKeys,
  inputSignals: [
    { name: '$count(lines)', path: ['lines'], measure: 'count' },
    { name: 'amount', path: ['amount'], measure: 'value' },
    { name: '$exists(rush)', path: ['rush'], measure: 'exists' },
  ],
};
