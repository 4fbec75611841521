// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Import/report.js';
import type { ReportBody } from '../contract.js';
import { report } from '../definitions/report.js';

export const handler = createStepHandler<ReportBody>(report, run, { listReads });
