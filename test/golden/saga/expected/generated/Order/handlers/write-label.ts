// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/write-label.js';
import type { WriteLabelBody } from '../contract.js';
import { writeLabel } from '../definitions/write-label.js';

export const handler = createStepHandler<WriteLabelBody>(writeLabel, run);
