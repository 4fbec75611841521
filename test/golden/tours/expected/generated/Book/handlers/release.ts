// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/release.js';
import type { ReleaseBody } from '../contract.js';
import { release } from '../definitions/release.js';

export const handler = createStepHandler<ReleaseBody>(release, run, { listReads });
