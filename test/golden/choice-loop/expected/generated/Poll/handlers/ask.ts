// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Poll/ask.js';
import type { AskBody } from '../contract.js';
import { ask } from '../definitions/ask.js';

export const handler = createStepHandler<AskBody>(ask, run);
