// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/charge.js';
import type { ChargeBody } from '../contract.js';
import { charge } from '../definitions/charge.js';

export const handler = createStepHandler<ChargeBody>(charge, run);
