// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createStepHandler } from '@sfs3/runtime';
import { run } from '../../../steps/Order/alarm.js';
import type { AlarmBody } from '../contract.js';
import { alarm } from '../definitions/alarm.js';

export const handler = createStepHandler<AlarmBody>(alarm, run);
