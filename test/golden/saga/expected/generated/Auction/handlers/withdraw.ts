// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Auction/withdraw.js';
import type { WithdrawBody } from '../contract.js';
import { withdraw } from '../definitions/withdraw.js';

export const handler = createStepHandler<WithdrawBody>(withdraw, run);
