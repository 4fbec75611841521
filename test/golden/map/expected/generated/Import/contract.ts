// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackContext, ListItem, StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step read writes, under the key rows. */
export type ReadOutput = schemas.Line[];

/** What step check writes, under the key check-output. */
export type CheckOutput = {
  ok: boolean;
};

/** What step ask is answered, under the key ask-output. */
export type AskOutput = number;

/** What step review writes, under the key review-output. */
export type ReviewOutput = {
  again: boolean;
};

/** What step done writes, under the key done-output. */
export type DoneOutput = JsonValue;

/** What map each-row writes, under the key checked: one for each item. */
export type EachRowOutput = (AskOutput | null)[];

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  rows: ReadOutput;
  checked: EachRowOutput;
  'review-output': ReviewOutput;
  'done-output': DoneOutput;
};

/** What step read is given. */
export interface ReadEvent {
  readonly input: Input;
  readonly 'review-output'?: ReviewOutput | undefined;
  readonly context: StepContext;
}

/** Step read. */
export type ReadBody = (event: ReadEvent) => ReadOutput | Promise<ReadOutput>;

/** What step check is given. */
export interface CheckEvent {
  readonly row: ListItem<ReadOutput>;
  readonly context: StepContext;
}

/** Step check. */
export type CheckBody = (event: CheckEvent) => CheckOutput | Promise<CheckOutput>;

/** What step ask is given. */
export interface AskEvent {
  readonly input: Input;
  readonly row: ListItem<ReadOutput>;
  readonly 'check-output': CheckOutput;
  readonly context: CallbackContext;
}

/** Step ask. */
export type AskBody = (event: AskEvent) => void | Promise<void>;

/** What step review is given. */
export interface ReviewEvent {
  readonly checked: EachRowOutput;
  readonly context: StepContext;
}

/** Step review. */
export type ReviewBody = (event: ReviewEvent) => ReviewOutput | Promise<ReviewOutput>;

/** What step done is given. */
export interface DoneEvent {
  readonly checked: EachRowOutput;
  readonly context: StepContext;
}

/** Step done. */
export type DoneBody = (event: DoneEvent) => DoneOutput | Promise<DoneOutput>;

