// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step print writes, under the key print-output. */
export type PrintOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'print-output': PrintOutput;
};

/** What step print is given. */
export interface PrintEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step print. */
export type PrintBody = (event: PrintEvent) => PrintOutput | Promise<PrintOutput>;

