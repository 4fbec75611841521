// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/find-box.js';
import type { FindBoxBody } from '../contract.js';
import { findBox } from '../definitions/find-box.js';

export const handler = createStepHandler<FindBoxBody>(findBox, run);
