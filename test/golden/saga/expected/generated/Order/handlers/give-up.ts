// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/give-up.js';
import type { GiveUpBody } from '../contract.js';
import { giveUp } from '../definitions/give-up.js';

export const handler = createStepHandler<GiveUpBody>(giveUp, run);
