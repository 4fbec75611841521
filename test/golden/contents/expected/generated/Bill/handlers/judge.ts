// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Bill/judge.js';
import type { JudgeBody } from '../contract.js';
import { judge } from '../definitions/judge.js';

export const handler = createStepHandler<JudgeBody>(judge, run, { contentReads });
