// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  article: string;
};

/** What step look-up writes, under the key price. */
export type LookUpOutput = JsonObject;

/** What step sum writes, under the key nothing. */
export type SumOutput = null;

/** What step many writes, under the key many-output. */
export type ManyOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  price: LookUpOutput;
  nothing: SumOutput;
  'many-output': ManyOutput;
};

