// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue, OutputReference } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step book writes, under the key book-output. */
export type BookOutput = JsonValue;

/** What step seal writes, under the key seal-output. */
export type SealOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'book-output': BookOutput;
  'seal-output': SealOutput | OutputReference;
};

/** What step book is given. */
export interface BookEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step book. */
export type BookBody = (event: BookEvent) => BookOutput | Promise<BookOutput>;

/** What step seal is given. */
export interface SealEvent {
  readonly input: Input;
  readonly 'book-output': BookOutput;
  readonly context: StepContext;
}

/** Step seal. */
export type SealBody = (event: SealEvent) => SealOutput | Promise<SealOutput>;

