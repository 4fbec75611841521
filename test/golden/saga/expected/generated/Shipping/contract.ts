// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step send writes, under the key send-output. */
export type SendOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'send-output': SendOutput;
};

/** What step send is given. */
export interface SendEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step send. */
export type SendBody = (event: SendEvent) => SendOutput | Promise<SendOutput>;

