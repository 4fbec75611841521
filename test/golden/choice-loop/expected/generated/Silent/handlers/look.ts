// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Silent/look.js';
import type { LookBody } from '../contract.js';
import { look } from '../definitions/look.js';

export const handler = createStepHandler<LookBody>(look, run);
