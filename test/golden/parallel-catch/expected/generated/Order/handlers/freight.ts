// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/freight.js';
import type { FreightBody } from '../contract.js';
import { freight } from '../definitions/freight.js';

export const handler = createStepHandler<FreightBody>(freight, run);
