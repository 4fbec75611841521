// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/combined.js';
import type { CombinedBody } from '../contract.js';
import { combined } from '../definitions/combined.js';

export const handler = createStepHandler<CombinedBody>(combined, run);
