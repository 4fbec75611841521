// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackContext, ListItem, StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  people: string[];
};

/** What step ask is answered, under the key ask-output. */
export type AskOutput = number;

/** What step thank writes, under the key thanks. */
export type ThankOutput = JsonValue;

/** What step skip writes, under the key silence. */
export type SkipOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input;

/** What step ask is given. */
export interface AskEvent {
  readonly person: ListItem<Input, ['people']>;
  readonly context: CallbackContext;
}

/** Step ask. */
export type AskBody = (event: AskEvent) => void | Promise<void>;

/** What step thank is given. */
export interface ThankEvent {
  readonly person: ListItem<Input, ['people']>;
  readonly 'ask-output': AskOutput;
  readonly context: StepContext;
}

/** Step thank. */
export type ThankBody = (event: ThankEvent) => ThankOutput | Promise<ThankOutput>;

/** What step skip is given. */
export interface SkipEvent {
  readonly person: ListItem<Input, ['people']>;
  readonly context: StepContext;
}

/** Step skip. */
export type SkipBody = (event: SkipEvent) => SkipOutput | Promise<SkipOutput>;

