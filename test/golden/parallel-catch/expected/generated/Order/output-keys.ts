// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.

/** Every output key of the workflow, in the order of its steps. */
export const outputKeys: readonly string[] = [
  'price-output',
  'charge-output',
  'invoice-output',
  'weigh-output',
  'find-box-output',
  'print-label-output',
  'freight-output',
  'express-output',
  'confirm-output',
  'later-output',
  'refund-output',
];
