// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentWrites, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Bill/scan-passport.js';
import type { ScanPassportBody } from '../contract.js';
import { scanPassport } from '../definitions/scan-passport.js';

export const handler = createStepHandler<ScanPassportBody>(scanPassport, run, { contentWrites });
