// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Sign/draft.js';
import type { DraftBody } from '../contract.js';
import { draft } from '../definitions/draft.js';

export const handler = createStepHandler<DraftBody>(draft, run);
