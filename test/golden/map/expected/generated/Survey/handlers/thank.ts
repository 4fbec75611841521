// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Survey/thank.js';
import type { ThankBody } from '../contract.js';
import { thank } from '../definitions/thank.js';

export const handler = createStepHandler<ThankBody>(thank, run, { listReads });
