// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Scan/file.js';
import type { FileBody } from '../contract.js';
import { file } from '../definitions/file.js';

export const handler = createStepHandler<FileBody>(file, run, { contentReads });
