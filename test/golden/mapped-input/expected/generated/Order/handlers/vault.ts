// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/vault.js';
import type { VaultBody } from '../contract.js';
import { vault } from '../definitions/vault.js';

export const handler = createStepHandler<VaultBody>(vault, run);
