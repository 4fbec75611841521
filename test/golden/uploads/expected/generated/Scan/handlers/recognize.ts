// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Scan/recognize.js';
import type { RecognizeBody } from '../contract.js';
import { recognize } from '../definitions/recognize.js';

export const handler = createStepHandler<RecognizeBody>(recognize, run, { contentReads });
