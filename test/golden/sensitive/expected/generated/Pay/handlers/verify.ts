// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Pay/verify.js';
import type { VerifyBody } from '../contract.js';
import { verify } from '../definitions/verify.js';

export const handler = createStepHandler<VerifyBody>(verify, run);
