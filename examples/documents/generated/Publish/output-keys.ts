// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.

/** Every output key of the workflow, in the order of its steps. */
export const outputKeys: readonly string[] = [
  'pages',
  'columns',
  'booklet',
  'summary',
  'refusal',
];
