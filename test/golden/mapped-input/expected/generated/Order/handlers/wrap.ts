// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/wrap.js';
import type { WrapBody } from '../contract.js';
import { wrap } from '../definitions/wrap.js';

export const handler = createStepHandler<WrapBody>(wrap, run);
