// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
/** The shared schema Line. */
export type Line = {
  article: string;
  count: number;
};

