// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/recall.js';
import type { RecallBody } from '../contract.js';
import { recall } from '../definitions/recall.js';

export const handler = createStepHandler<RecallBody>(recall, run);
