// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** *\/ export const evil = `${process.exit(1)}`; /* */
export type Input = {
  constructor?: string;
  /** *\/ evil(); /* */
  'a"b'?: string;
  "it's"?: number;
  '`${x}`'?: string;
  'new\nline'?: "*/ `${x}` \u2028 '\"";
};

/** What step deleted writes, under the key deleted-output. */
export type DeletedOutput = {
  '*/'?: string;
};

/** What step runs writes, under the key valueOf. */
export type RunsOutput = {
  [k: string]: string
};

/** What step hand-ler writes, under the key toString. */
export type HandLerOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'deleted-output': DeletedOutput;
  valueOf: RunsOutput;
  toString: HandLerOutput;
};

/** What step deleted is given. */
export interface DeletedEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/**
 * *\/ ${ProcessA} `
 * ` {% $x %} \
 */
export type DeletedBody = (event: DeletedEvent) => DeletedOutput | Promise<DeletedOutput>;

/** What step runs is given. */
export interface RunsEvent {
  readonly input: Input;
  readonly 'deleted-output': DeletedOutput;
  readonly context: StepContext;
}

/** {% 1 %} */
export type RunsBody = (event: RunsEvent) => RunsOutput | Promise<RunsOutput>;

/** What step hand-ler is given. */
export interface HandLerEvent {
  readonly input: Input;
  readonly 'deleted-output': DeletedOutput;
  readonly valueOf: RunsOutput;
  readonly context: StepContext;
}

/** Step hand-ler. */
export type HandLerBody = (event: HandLerEvent) => HandLerOutput | Promise<HandLerOutput>;

