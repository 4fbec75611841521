// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  limit: number;
};

/** What step ask writes, under the key ask-output. */
export type AskOutput = {
  state: 'pending' | 'done' | 'broken';
  asked: number;
  note?: string;
};

/** What step finish writes, under the key finish-output. */
export type FinishOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'ask-output': AskOutput;
  'finish-output': FinishOutput;
};

/** What step ask is given. */
export interface AskEvent {
  readonly input: Input;
  readonly 'ask-output'?: AskOutput | undefined;
  readonly context: StepContext;
}

/** Step ask. */
export type AskBody = (event: AskEvent) => AskOutput | Promise<AskOutput>;

/** What step finish is given. */
export interface FinishEvent {
  readonly 'ask-output': AskOutput;
  readonly context: StepContext;
}

/** Step finish. */
export type FinishBody = (event: FinishEvent) => FinishOutput | Promise<FinishOutput>;

