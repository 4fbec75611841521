// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step sum writes, under the key sum-output. */
export type SumOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'sum-output': SumOutput;
};

/** What step sum is given. */
export interface SumEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step sum. */
export type SumBody = (event: SumEvent) => SumOutput | Promise<SumOutput>;

