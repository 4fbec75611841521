// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
/** Where somebody lives. */
export type Address = {
  city: string;
  country?: CountryCode;
};

/** The shared schema country-code. */
export type CountryCode = 'DE' | 'FR' | 'X"X';

/** The shared schema Tree. */
export type Tree = {
  name: string;
  children?: Tree[];
};

