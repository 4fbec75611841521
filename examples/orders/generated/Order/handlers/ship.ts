// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/ship.js';
import type { ShipBody } from '../contract.js';
import { ship } from '../definitions/ship.js';

export const handler = createStepHandler<ShipBody>(ship, run);
