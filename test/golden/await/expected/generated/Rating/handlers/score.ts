// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Rating/score.js';
import type { ScoreBody } from '../contract.js';
import { score } from '../definitions/score.js';

export const handler = createStepHandler<ScoreBody>(score, run);
