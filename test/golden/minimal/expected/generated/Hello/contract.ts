// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step greet writes, under the key greet-output. */
export type GreetOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'greet-output': GreetOutput;
};

/** What step greet is given. */
export interface GreetEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step greet. */
export type GreetBody = (event: GreetEvent) => GreetOutput | Promise<GreetOutput>;

