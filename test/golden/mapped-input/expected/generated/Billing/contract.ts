// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  token: string;
};

/** What step draw writes, under the key draw-output. */
export type DrawOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'draw-output': DrawOutput;
};

/** What step draw is given. */
export interface DrawEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step draw. */
export type DrawBody = (event: DrawEvent) => DrawOutput | Promise<DrawOutput>;

