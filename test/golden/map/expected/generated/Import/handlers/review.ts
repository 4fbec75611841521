// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/review.js';
import type { ReviewBody } from '../contract.js';
import { review } from '../definitions/review.js';

export const handler = createStepHandler<ReviewBody>(review, run, { listReads });
