// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Pay/tokenize.js';
import type { TokenizeBody } from '../contract.js';
import { tokenize } from '../definitions/tokenize.js';

export const handler = createStepHandler<TokenizeBody>(tokenize, run);
