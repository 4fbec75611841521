// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/refs.js';
import type { RefsBody } from '../contract.js';
import { refs } from '../definitions/refs.js';

export const handler = createStepHandler<RefsBody>(refs, run);
