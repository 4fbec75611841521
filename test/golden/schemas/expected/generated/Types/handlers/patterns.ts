// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/patterns.js';
import type { PatternsBody } from '../contract.js';
import { patterns } from '../definitions/patterns.js';

export const handler = createStepHandler<PatternsBody>(patterns, run);
