// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/downstream/downstream-b.js';
import type { DownstreamBBody } from '../contract.js';
import { downstreamB } from '../definitions/downstream-b.js';

export const handler = createStepHandler<DownstreamBBody>(downstreamB, run);
