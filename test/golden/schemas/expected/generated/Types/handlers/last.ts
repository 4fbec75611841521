// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/last.js';
import type { LastBody } from '../contract.js';
import { last } from '../definitions/last.js';

export const handler = createStepHandler<LastBody>(last, run);
