// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sort/small.js';
import type { SmallBody } from '../contract.js';
import { small } from '../definitions/small.js';

export const handler = createStepHandler<SmallBody>(small, run);
