// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Hello/greet.js';
import type { GreetBody } from '../contract.js';
import { greet } from '../definitions/greet.js';

export const handler = createStepHandler<GreetBody>(greet, run);
