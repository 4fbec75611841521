// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackContext, StepContext } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step draft writes, under the key draft-output. */
export type DraftOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'draft-output': DraftOutput;
};

/** What step draft is given. */
export interface DraftEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step draft. */
export type DraftBody = (event: DraftEvent) => DraftOutput | Promise<DraftOutput>;

/** What step sign is given. */
export interface SignEvent {
  readonly input: Input;
  readonly 'draft-output': DraftOutput;
  readonly context: CallbackContext;
}

/** Step sign. */
export type SignBody = (event: SignEvent) => void | Promise<void>;

