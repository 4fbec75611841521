// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, contentWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Scan/copy.js';
import type { CopyBody } from '../contract.js';
import { copy } from '../definitions/copy.js';

export const handler = createStepHandler<CopyBody>(copy, run, { contentReads, contentWrites });
