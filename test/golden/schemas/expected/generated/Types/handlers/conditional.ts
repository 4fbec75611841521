// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/conditional.js';
import type { ConditionalBody } from '../contract.js';
import { conditional } from '../definitions/conditional.js';

export const handler = createStepHandler<ConditionalBody>(conditional, run);
