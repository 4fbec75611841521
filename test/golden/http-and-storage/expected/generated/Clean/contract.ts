// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step sweep writes, under the key sweep-output. */
export type SweepOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'sweep-output': SweepOutput;
};

/** What step sweep is given. */
export interface SweepEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step sweep. */
export type SweepBody = (event: SweepEvent) => SweepOutput | Promise<SweepOutput>;

