// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Publish/refuse.js';
import type { RefuseBody } from '../contract.js';
import { refuse } from '../definitions/refuse.js';

export const handler = createStepHandler<RefuseBody>(refuse, run);
