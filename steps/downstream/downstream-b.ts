import type { DownstreamBBody } from '../../generated/downstream/contract.js';

/** A step of the workflow that ProcessA starts. */
export const run: DownstreamBBody = async () => ({ b: 'downstream b' });
