// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sort/odd.js';
import type { OddBody } from '../contract.js';
import { odd } from '../definitions/odd.js';

export const handler = createStepHandler<OddBody>(odd, run);
