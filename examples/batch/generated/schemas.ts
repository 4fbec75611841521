// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
/** The shared schema Sale. */
export type Sale = {
  line: number;
  customer: string;
  article: string;
  count: number;
};

