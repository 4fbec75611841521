// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackContext, StepContext, StepError } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  amount: number;
};

/** What step approve is answered, under the key approve-output. */
export type ApproveOutput = {
  decision: 'yes' | 'no';
  by?: string;
};

/** What step pay writes, under the key pay-output. */
export type PayOutput = JsonValue;

/** What step escalate is answered, under the key escalate-output. */
export type EscalateOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  'approve-output'?: ApproveOutput;
  'pay-output'?: PayOutput;
  'escalate-output'?: EscalateOutput;
};

/** What step approve is given. */
export interface ApproveEvent {
  readonly input: Input;
  readonly context: CallbackContext;
}

/** Asks somebody. */
export type ApproveBody = (event: ApproveEvent) => void | Promise<void>;

/** What step pay is given. */
export interface PayEvent {
  readonly input: Input;
  readonly 'approve-output'?: ApproveOutput | undefined;
  readonly 'escalate-output'?: EscalateOutput | undefined;
  readonly context: StepContext;
}

/** Step pay. */
export type PayBody = (event: PayEvent) => PayOutput | Promise<PayOutput>;

/** What step escalate is given. */
export interface EscalateEvent {
  readonly input: Input;
  readonly error: StepError<'approve'>;
  readonly context: CallbackContext;
}

/** Step escalate. */
export type EscalateBody = (event: EscalateEvent) => void | Promise<void>;

/** What step withdrawn is given. */
export interface WithdrawnEvent {
  readonly error: StepError<'approve' | 'escalate'>;
  readonly context: StepContext;
}

/** Step withdrawn. */
export type WithdrawnBody = (event: WithdrawnEvent) => void | Promise<void>;

