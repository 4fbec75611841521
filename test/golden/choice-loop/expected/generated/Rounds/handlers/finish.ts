// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Rounds/finish.js';
import type { FinishBody } from '../contract.js';
import { finish } from '../definitions/finish.js';

export const handler = createStepHandler<FinishBody>(finish, run);
