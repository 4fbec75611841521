// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { listReads, createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Publish/typeset.js';
import type { TypesetBody } from '../contract.js';
import { typeset } from '../definitions/typeset.js';

export const handler = createStepHandler<TypesetBody>(typeset, run, { listReads });
