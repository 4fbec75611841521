// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCallbackHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sign/sign.js';
import type { SignBody } from '../contract.js';
import { sign } from '../definitions/sign.js';

export const handler = createCallbackHandler<SignBody>(sign, run);
