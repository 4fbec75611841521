// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Ledger/sign.js';
import type { SignBody } from '../contract.js';
import { sign } from '../definitions/sign.js';

export const handler = createStepHandler<SignBody>(sign, run, { contentWrites });
