// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Auction/bid.js';
import type { BidBody } from '../contract.js';
import { bid } from '../definitions/bid.js';

export const handler = createStepHandler<BidBody>(bid, run);
