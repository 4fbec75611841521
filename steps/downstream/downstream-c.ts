import type { DownstreamCBody } from '../../generated/downstream/contract.js';

/** A step of the workflow that ProcessA starts. */
export const run: DownstreamCBody = async () => ({ c: 'downstream c' });
