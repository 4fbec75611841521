// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/notify.js';
import type { NotifyBody } from '../contract.js';
import { notify } from '../definitions/notify.js';

export const handler = createStepHandler<NotifyBody>(notify, run);
