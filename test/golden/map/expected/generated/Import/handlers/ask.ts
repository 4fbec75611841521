// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createCallbackHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/ask.js';
import type { AskBody } from '../contract.js';
import { ask } from '../definitions/ask.js';

export const handler = createCallbackHandler<AskBody>(ask, run, { listReads });
