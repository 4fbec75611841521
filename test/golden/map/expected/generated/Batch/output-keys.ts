// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.

/** Every output key of the workflow, in the order of its steps. */
export const outputKeys: readonly string[] = [
  'prepare-output',
  'parcels',
  'labels-output',
  'apologise-output',
  'report-output',
  'sum-up-output',
];
