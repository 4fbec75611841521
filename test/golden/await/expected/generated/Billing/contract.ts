// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue, OutputReference } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  total: number;
};

/** What step draw writes, under the key draw-output. */
export type DrawOutput = JsonValue;

/** What step stamp writes, under the key stamp-output. */
export type StampOutput = StampOutput_S;

export type StampOutput_S = string;

/** What an execution ends with. */
export type Document = Input & {
  'draw-output': DrawOutput | OutputReference;
  'stamp-output': StampOutput;
};

/** What step draw is given. */
export interface DrawEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step draw. */
export type DrawBody = (event: DrawEvent) => DrawOutput | Promise<DrawOutput>;

/** What step stamp is given. */
export interface StampEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step stamp. */
export type StampBody = (event: StampEvent) => StampOutput | Promise<StampOutput>;

