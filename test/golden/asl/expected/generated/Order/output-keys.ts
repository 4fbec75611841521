// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.

/** Every output key of the workflow, in the order of its steps. */
export const outputKeys: readonly string[] = [
  'price-output',
  'gross-price',
  'note',
  'both-output',
  'echoed',
  'keep-output',
  'apologise-output',
  'look-again-output',
];
