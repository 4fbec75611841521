// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as leftHandOutputSchema } from '../validators/left-hand-output.js';
import { schema as rightHandOutputSchema } from '../validators/right-hand-output.js';
import { outputKeys as reportOutputKeys } from '../../Report/output-keys.js';

export const report: DownstreamDefinition = {
  workflow: 'Rounds',
  step: 'report',
  reads: [
    { key: 'left-hand-output', optional: false, schema: leftHandOutputSchema },
    { key: 'right-hand-output', optional: false, schema: rightHandOutputSchema },
  ],
  output: { key: 'report-output', onLoop: true },
  outputKeys,
  child: {
    workflow: 'Report',
    outputKeys: reportOutputKeys,
  },
};
