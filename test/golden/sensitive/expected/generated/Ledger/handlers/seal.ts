// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Ledger/seal.js';
import type { SealBody } from '../contract.js';
import { seal } from '../definitions/seal.js';

export const handler = createStepHandler<SealBody>(seal, run);
