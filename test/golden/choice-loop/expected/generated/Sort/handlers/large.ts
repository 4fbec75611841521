// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sort/large.js';
import type { LargeBody } from '../contract.js';
import { large } from '../definitions/large.js';

export const handler = createStepHandler<LargeBody>(large, run);
