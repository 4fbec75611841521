// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/anything.js';
import type { AnythingBody } from '../contract.js';
import { anything } from '../definitions/anything.js';

export const handler = createStepHandler<AnythingBody>(anything, run);
