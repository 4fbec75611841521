// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/dotted.js';
import type { DottedBody } from '../contract.js';
import { dotted } from '../definitions/dotted.js';

export const handler = createStepHandler<DottedBody>(dotted, run);
