// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import { createDownstreamHandler } from '@sfs3/runtime';
import { callCarrier } from '../definitions/call-carrier.js';

export const handler = createDownstreamHandler(callCarrier);
