// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Inert/runs.js';
import type { RunsBody } from '../contract.js';
import { runs } from '../definitions/runs.js';

export const handler = createStepHandler<RunsBody>(runs, run);
