// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/price.js';
import type { PriceBody } from '../contract.js';
import { price } from '../definitions/price.js';

export const handler = createStepHandler<PriceBody>(price, run);
