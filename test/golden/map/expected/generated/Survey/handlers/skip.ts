// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Survey/skip.js';
import type { SkipBody } from '../contract.js';
import { skip } from '../definitions/skip.js';

export const handler = createStepHandler<SkipBody>(skip, run, { listReads });
