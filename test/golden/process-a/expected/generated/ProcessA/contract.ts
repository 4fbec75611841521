// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';

/** What an execution starts with. */
export type Input = {
  foo: string;
  bar: string;
};

/** What step step-a writes, under the key step-a-output. */
export type StepAOutput = {
  status: 'ok';
  details: string;
  stepAOutput1: string;
  stepAOutput2: boolean;
  stepAOutput3: number;
};

/** What step step-b writes, under the key step-b-output. */
export type StepBOutput = {
  property1: string;
  property2: string;
};

/** What step step-c writes, under the key step-c-output. */
export type StepCOutput = {
  cProperty: string;
};

/** What step step-d writes, under the key step-d-output. */
export type StepDOutput = {
  d: string;
};

/** What step step-e writes, under the key step-e-output. */
export type StepEOutput = {
  e: string;
};

/** What step step-f writes, under the key step-f-output. */
export type StepFOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What an execution ends with. */
export type Document = Input & {
  'step-a-output': StepAOutput;
  'step-b-output': StepBOutput;
  'step-c-output': StepCOutput;
  'step-d-output': StepDOutput;
  'step-e-output': StepEOutput;
  'step-f-output': StepFOutput;
};

/** What step step-a is given. */
export interface StepAEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step step-a. */
export type StepABody = (event: StepAEvent) => StepAOutput | Promise<StepAOutput>;

/** What step step-b is given. */
export interface StepBEvent {
  readonly 'step-a-output': StepAOutput;
  readonly context: StepContext;
}

/** Step step-b. */
export type StepBBody = (event: StepBEvent) => StepBOutput | Promise<StepBOutput>;

/** What step step-c is given. */
export interface StepCEvent {
  readonly 'step-b-output': StepBOutput;
  readonly context: StepContext;
}

/** Step step-c. */
export type StepCBody = (event: StepCEvent) => StepCOutput | Promise<StepCOutput>;

/** What step step-d is given. */
export interface StepDEvent {
  readonly 'step-c-output': StepCOutput;
  readonly context: StepContext;
}

/** Step step-d. */
export type StepDBody = (event: StepDEvent) => StepDOutput | Promise<StepDOutput>;

/** What step step-e is given. */
export interface StepEEvent {
  readonly 'step-d-output': StepDOutput;
  readonly context: StepContext;
}

/** Step step-e. */
export type StepEBody = (event: StepEEvent) => StepEOutput | Promise<StepEOutput>;

