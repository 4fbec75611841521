// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/downstream/downstream-a.js';
import type { DownstreamABody } from '../contract.js';
import { downstreamA } from '../definitions/downstream-a.js';

export const handler = createStepHandler<DownstreamABody>(downstreamA, run);
