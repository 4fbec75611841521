// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as reservationSchema } from '../validators/reservation.js';

export const release: StepDefinition = {
  workflow: 'Order',
  step: 'release',
  reads: [
    { key: 'reservation', optional: false, schema: reservationSchema },
  ],
  output: { key: 'release-output' },
  undoes: { step: 'reserve', key: 'reservation' },
  outputKeys,
};
