// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Bill/draw.js';
import type { DrawBody } from '../contract.js';
import { draw } from '../definitions/draw.js';

export const handler = createStepHandler<DrawBody>(draw, run, { contentWrites });
