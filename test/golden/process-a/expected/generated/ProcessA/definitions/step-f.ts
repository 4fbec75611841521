// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { DownstreamDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as inputSchema } from '../validators/input.js';
import { schema as stepAOutputSchema } from '../validators/step-a-output.js';
import { schema as stepBOutputSchema } from '../validators/step-b-output.js';
import { schema as stepCOutputSchema } from '../validators/step-c-output.js';
import { schema as stepDOutputSchema } from '../validators/step-d-output.js';
import { schema as stepEOutputSchema } from '../validators/step-e-output.js';
import { outputKeys as downstreamOutputKeys } from '../../downstream/output-keys.js';

export const stepF: DownstreamDefinition = {
  workflow: 'ProcessA',
  step: 'step-f',
  reads: [
    { key: 'input', optional: false, schema: inputSchema },
    { key: 'step-a-output', optional: false, schema: stepAOutputSchema },
    { key: 'step-b-output', optional: false, schema: stepBOutputSchema },
    { key: 'step-c-output', optional: false, schema: stepCOutputSchema },
    { key: 'step-d-output', optional: false, schema: stepDOutputSchema },
    { key: 'step-e-output', optional: false, schema: stepEOutputSchema },
  ],
  output: { key: 'step-f-output' },
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
  child: {
    workflow: 'downstream',
    outputKeys: downstreamOutputKeys,
  },
};
