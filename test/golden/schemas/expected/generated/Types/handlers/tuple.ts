// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Types/tuple.js';
import type { TupleBody } from '../contract.js';
import { tuple } from '../definitions/tuple.js';

export const handler = createStepHandler<TupleBody>(tuple, run);
