// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { contentReads, listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Publish/announce.js';
import type { AnnounceBody } from '../contract.js';
import { announce } from '../definitions/announce.js';

export const handler = createStepHandler<AnnounceBody>(announce, run, { contentReads, listReads });
