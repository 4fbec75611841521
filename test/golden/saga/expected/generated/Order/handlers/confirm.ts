// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/confirm.js';
import type { ConfirmBody } from '../contract.js';
import { confirm } from '../definitions/confirm.js';

export const handler = createStepHandler<ConfirmBody>(confirm, run);
