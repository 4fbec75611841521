// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
/** The shared schema Decision. */
export type Decision = {
  approved: boolean;
  by: string;
  note?: string;
};

