// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step deal writes, under the key deal-output. */
export type DealOutput = {
  round: number;
};

/** What step left-hand writes, under the key left-hand-output. */
export type LeftHandOutput = {
  points: number;
};

/** What step right-hand writes, under the key right-hand-output. */
export type RightHandOutput = {
  points: number;
};

/** What step report writes, under the key report-output. */
export type ReportOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step finish writes, under the key finish-output. */
export type FinishOutput = JsonValue;

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'deal-output': DealOutput;
  'left-hand-output': LeftHandOutput;
  'right-hand-output': RightHandOutput;
  'report-output': ReportOutput;
  'finish-output': FinishOutput;
};

/** What step deal is given. */
export interface DealEvent {
  readonly 'deal-output'?: DealOutput | undefined;
  readonly context: StepContext;
}

/** Step deal. */
export type DealBody = (event: DealEvent) => DealOutput | Promise<DealOutput>;

/** What step left-hand is given. */
export interface LeftHandEvent {
  readonly 'deal-output': DealOutput;
  readonly context: StepContext;
}

/** Step left-hand. */
export type LeftHandBody = (event: LeftHandEvent) => LeftHandOutput | Promise<LeftHandOutput>;

/** What step right-hand is given. */
export interface RightHandEvent {
  readonly error?: StepError | undefined;
  readonly 'deal-output': DealOutput;
  readonly context: StepContext;
}

/** Step right-hand. */
export type RightHandBody = (event: RightHandEvent) => RightHandOutput | Promise<RightHandOutput>;

/** What step finish is given. */
export interface FinishEvent {
  readonly 'left-hand-output': LeftHandOutput;
  readonly 'right-hand-output': RightHandOutput;
  readonly 'report-output': ReportOutput;
  readonly context: StepContext;
}

/** Step finish. */
export type FinishBody = (event: FinishEvent) => FinishOutput | Promise<FinishOutput>;

