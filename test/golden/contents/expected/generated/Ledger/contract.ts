// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { ContentSource, StepContext } from '@sfs3/runtime';
import type { ContentReference, JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step note writes, under the key note-output. */
export type NoteOutput = JsonValue;

/** What step sign writes, under the key signature: a file of the type application/octet-stream. */
export type SignOutput = ContentSource;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'note-output': NoteOutput;
  signature: ContentReference;
};

/** What step note is given. */
export interface NoteEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step note. */
export type NoteBody = (event: NoteEvent) => NoteOutput | Promise<NoteOutput>;

/** What step sign is given. */
export interface SignEvent {
  readonly input: Input;
  readonly 'note-output': NoteOutput;
  readonly context: StepContext;
}

/** Step sign. */
export type SignBody = (event: SignEvent) => SignOutput | Promise<SignOutput>;

