import type { DownstreamABody } from '../../generated/downstream/contract.js';

/** A step of the workflow that ProcessA starts. */
export const run: DownstreamABody = async () => ({ a: 'downstream a' });
