// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentWrites, listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Publish/bind.js';
import type { BindBody } from '../contract.js';
import { bind } from '../definitions/bind.js';

export const handler = createStepHandler<BindBody>(bind, run, { contentWrites, listReads });
