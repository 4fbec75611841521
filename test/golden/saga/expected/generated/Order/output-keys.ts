// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.

/** Every output key of the workflow, in the order of its steps. */
export const outputKeys: readonly string[] = [
  'reservation',
  'payment',
  'book-output',
  'box-output',
  'label-output',
  'verdict',
  'shipment',
  'confirm-output',
  'write-label-output',
  'release-output',
  'refund',
  'unbox-output',
  'recall-output',
  'summary',
];
