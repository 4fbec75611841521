// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ContentHandle, StepContext } from '@sfs3/runtime';

/** What an execution starts with. */
export type Input = {
  upload?: {
    key: string;
  };
  rows?: number;
};

/** What step load writes, under the key lines. */
export type LoadOutput = number;

/** What an execution ends with. */
export type Document = Input & {
  lines: LoadOutput;
};

/** What step load is given. */
export interface LoadEvent {
  readonly input: Input;
  readonly upload?: ContentHandle | undefined;
  readonly context: StepContext;
}

/** Step load. */
export type LoadBody = (event: LoadEvent) => LoadOutput | Promise<LoadOutput>;

