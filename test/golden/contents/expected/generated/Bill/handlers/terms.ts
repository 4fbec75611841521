// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, contentWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Bill/terms.js';
import type { TermsBody } from '../contract.js';
import { terms } from '../definitions/terms.js';

export const handler = createStepHandler<TermsBody>(terms, run, { contentReads, contentWrites });
