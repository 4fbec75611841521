// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCallbackHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sign/sign-as-buyer.js';
import type { SignAsBuyerBody } from '../contract.js';
import { signAsBuyer } from '../definitions/sign-as-buyer.js';

export const handler = createCallbackHandler<SignAsBuyerBody>(signAsBuyer, run);
