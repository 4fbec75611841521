// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/pack.js';
import type { PackBody } from '../contract.js';
import { pack } from '../definitions/pack.js';

export const handler = createStepHandler<PackBody>(pack, run, { listReads });
