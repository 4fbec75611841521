// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Rounds/right-hand.js';
import type { RightHandBody } from '../contract.js';
import { rightHand } from '../definitions/right-hand.js';

export const handler = createStepHandler<RightHandBody>(rightHand, run);
