// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createCallbackHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sign/sign-as-seller.js';
import type { SignAsSellerBody } from '../contract.js';
import { signAsSeller } from '../definitions/sign-as-seller.js';

export const handler = createCallbackHandler<SignAsSellerBody>(signAsSeller, run);
