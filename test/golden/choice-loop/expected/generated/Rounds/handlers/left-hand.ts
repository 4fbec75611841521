// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Rounds/left-hand.js';
import type { LeftHandBody } from '../contract.js';
import { leftHand } from '../definitions/left-hand.js';

export const handler = createStepHandler<LeftHandBody>(leftHand, run);
