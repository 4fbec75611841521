// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as seatSchema } from '../validators/seat.js';
import { schema as releasedSchema } from '../validators/released.js';

export const release: StepDefinition = {
  workflow: 'Book',
  step: 'release',
  maps: ['each-tour', 'each-leg'],
  reads: [
    { key: 'tour', optional: false, item: { map: 'each-tour', batch: 1, of: { key: 'input', path: ['tours'], schema: inputSchema } } },
    { key: 'leg', optional: false, item: { map: 'each-leg', batch: 1, of: { item: { map: 'each-tour', batch: 1, of: { key: 'input', path: ['tours'], schema: inputSchema } }, path: ['legs'] } } },
    { key: 'seat', optional: false, map: 'each-leg', schema: seatSchema },
  ],
  output: { key: 'released', map: 'each-leg', schema: releasedSchema },
  undoes: { step: 'reserve', key: 'seat', map: 'each-leg' },
  outputKeys,
};
