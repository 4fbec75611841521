// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/downstream/downstream-c.js';
import type { DownstreamCBody } from '../contract.js';
import { downstreamC } from '../definitions/downstream-c.js';

export const handler = createStepHandler<DownstreamCBody>(downstreamC, run);
