// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Inert/hand-ler.js';
import type { HandLerBody } from '../contract.js';
import { handLer } from '../definitions/hand-ler.js';

export const handler = createStepHandler<HandLerBody>(handLer, run);
