// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Batch/prepare.js';
import type { PrepareBody } from '../contract.js';
import { prepare } from '../definitions/prepare.js';

export const handler = createStepHandler<PrepareBody>(prepare, run, { listWrites });
