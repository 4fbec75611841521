// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/express.js';
import type { ExpressBody } from '../contract.js';
import { express } from '../definitions/express.js';

export const handler = createStepHandler<ExpressBody>(express, run);
