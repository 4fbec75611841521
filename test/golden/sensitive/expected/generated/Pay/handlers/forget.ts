// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Pay/forget.js';
import type { ForgetBody } from '../contract.js';
import { forget } from '../definitions/forget.js';

export const handler = createStepHandler<ForgetBody>(forget, run);
