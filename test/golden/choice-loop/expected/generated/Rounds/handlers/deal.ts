// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Rounds/deal.js';
import type { DealBody } from '../contract.js';
import { deal } from '../definitions/deal.js';

export const handler = createStepHandler<DealBody>(deal, run);
