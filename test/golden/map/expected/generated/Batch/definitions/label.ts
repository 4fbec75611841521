// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as packOutputSchema } from '../validators/pack-output.js';

export const label: StepDefinition = {
  workflow: 'Batch',
  step: 'label',
  maps: ['labels'],
  reads: [
    { key: 'parcel', optional: false, item: { map: 'labels', batch: 2, of: { key: 'parcels', path: [], collected: { map: 'each-order', key: 'pack-output' }, schema: packOutputSchema } } },
  ],
  output: { key: 'label-output', map: 'labels' },
  outputKeys,
};
