// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  rounds: number;
  fails?: number;
};

/** What step bid writes, under the key bid. */
export type BidOutput = {
  round: number;
};

/** What step withdraw writes, under the key withdraw-output. */
export type WithdrawOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  bid?: BidOutput;
  'withdraw-output'?: WithdrawOutput;
};

/** What step bid is given. */
export interface BidEvent {
  readonly input: Input;
  readonly bid?: BidOutput | undefined;
  readonly context: StepContext;
}

/** Step bid. */
export type BidBody = (event: BidEvent) => BidOutput | Promise<BidOutput>;

/** What step withdraw is given. */
export interface WithdrawEvent {
  readonly input: Input;
  readonly error: StepError<'bid' | 'lost'>;
  readonly bid: BidOutput;
  readonly context: StepContext;
}

/** Step withdraw. */
export type WithdrawBody = (event: WithdrawEvent) => WithdrawOutput | Promise<WithdrawOutput>;

