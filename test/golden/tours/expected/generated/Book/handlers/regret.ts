// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Book/regret.js';
import type { RegretBody } from '../contract.js';
import { regret } from '../definitions/regret.js';

export const handler = createStepHandler<RegretBody>(regret, run);
