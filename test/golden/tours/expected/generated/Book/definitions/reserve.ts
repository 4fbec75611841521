// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as seatSchema } from '../validators/seat.js';

export const reserve: StepDefinition = {
  workflow: 'Book',
  step: 'reserve',
  maps: ['each-tour', 'each-leg'],
  reads: [
    { key: 'tour', optional: false, item: { map: 'each-tour', batch: 1, of: { key: 'input', path: ['tours'], schema: inputSchema } } },
    { key: 'leg', optional: false, item: { map: 'each-leg', batch: 1, of: { item: { map: 'each-tour', batch: 1, of: { key: 'input', path: ['tours'], schema: inputSchema } }, path: ['legs'] } } },
  ],
  output: { key: 'seat', map: 'each-leg', schema: seatSchema },
  outputKeys,
};
