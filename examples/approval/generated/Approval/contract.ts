// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { CallbackContext, StepContext, StepError } from '@sfs3/runtime';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = {
  requester: string;
  approver: string;
  deputy: string;
  amount: number;
};

/** What step approve is answered, under the key approve-output. */
export type ApproveOutput = schemas.Decision;

/** What step escalate is answered, under the key escalate-output. */
export type EscalateOutput = schemas.Decision;

/** What step notify writes, under the key notify-output. */
export type NotifyOutput = {
  approved: boolean;
  text: string;
};

/** What an execution ends with. */
export type Document = Input & {
  'approve-output'?: ApproveOutput;
  'escalate-output'?: EscalateOutput;
  'notify-output': NotifyOutput;
};

/** What step approve is given. */
export interface ApproveEvent {
  readonly input: Input;
  readonly context: CallbackContext;
}

/** Asks the approver */
export type ApproveBody = (event: ApproveEvent) => void | Promise<void>;

/** What step escalate is given. */
export interface EscalateEvent {
  readonly input: Input;
  readonly error: StepError<'approve'>;
  readonly context: CallbackContext;
}

/** Asks the deputy where the approver has not answered */
export type EscalateBody = (event: EscalateEvent) => void | Promise<void>;

/** What step notify is given. */
export interface NotifyEvent {
  readonly input: Input;
  readonly 'approve-output'?: ApproveOutput | undefined;
  readonly 'escalate-output'?: EscalateOutput | undefined;
  readonly context: StepContext;
}

/** Tells the requester what was decided */
export type NotifyBody = (event: NotifyEvent) => NotifyOutput | Promise<NotifyOutput>;

