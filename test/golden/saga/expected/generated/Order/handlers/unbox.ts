// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/unbox.js';
import type { UnboxBody } from '../contract.js';
import { unbox } from '../definitions/unbox.js';

export const handler = createStepHandler<UnboxBody>(unbox, run);
