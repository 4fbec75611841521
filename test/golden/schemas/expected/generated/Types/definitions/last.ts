// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepDefinition } from '@sfs3/runtime/contract';
import { outputKeys } from '../output-keys.js';
import { schema as refsOutputSchema } from '../validators/refs-output.js';
import { schema as combinedOutputSchema } from '../validators/combined-output.js';
import { schema as openOutputSchema } from '../validators/open-output.js';
import { schema as patternsOutputSchema } from '../validators/patterns-output.js';
import { schema as tupleOutputSchema } from '../validators/tuple-output.js';
import { schema as linesDSchema } from '../validators/lines~d.js';

export const last: StepDefinition = {
  workflow: 'Types',
  step: 'last',
  reads: [
    { key: 'refs-output', optional: false, schema: refsOutputSchema },
    { key: 'combined-output', optional: false, schema: combinedOutputSchema },
    { key: 'open-output', optional: true, schema: openOutputSchema },
    { key: 'patterns-output', optional: false, schema: patternsOutputSchema },
    { key: 'tuple-output', optional: false, schema: tupleOutputSchema },
    { key: 'lines.d', optional: false, schema: linesDSchema },
  ],
  outputKeys,
  publish: { outputs: outputKeys, certain: outputKeys, maxBytes: 33554432 },
};
