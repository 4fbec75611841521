// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonObject } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What an execution ends with. */
export type Document = { [property: string]: unknown };

/** What step score is given. */
export interface ScoreEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step score. */
export type ScoreBody = (event: ScoreEvent) => void | Promise<void>;

