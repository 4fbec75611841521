// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/open.js';
import type { OpenBody } from '../contract.js';
import { open } from '../definitions/open.js';

export const handler = createStepHandler<OpenBody>(open, run);
