// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue, OutputReference } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  amount: number;
};

/** What step tokenize writes, under the key card. */
export type TokenizeOutput = {
  number: string;
};

/** What step charge writes, under the key charge-output. */
export type ChargeOutput = {
  last: string;
};

/** What step verify writes, under the key proof. */
export type VerifyOutput = JsonValue;

/** What step ledger writes, under the key ledger-output. */
export type LedgerOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step note writes, under the key note-output. */
export type NoteOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  card: TokenizeOutput | OutputReference;
  'charge-output': ChargeOutput;
  proof?: VerifyOutput;
  'ledger-output': LedgerOutput;
  'note-output': NoteOutput;
};

/** What step tokenize is given. */
export interface TokenizeEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step tokenize. */
export type TokenizeBody = (event: TokenizeEvent) => TokenizeOutput | Promise<TokenizeOutput>;

/** What step charge is given. */
export interface ChargeEvent {
  readonly input: Input;
  readonly card: TokenizeOutput;
  readonly context: StepContext;
}

/** Step charge. */
export type ChargeBody = (event: ChargeEvent) => ChargeOutput | Promise<ChargeOutput>;

/** What step verify is given. */
export interface VerifyEvent {
  readonly card: TokenizeOutput;
  readonly context: StepContext;
}

/** Step verify. */
export type VerifyBody = (event: VerifyEvent) => VerifyOutput | Promise<VerifyOutput>;

/** What step note is given. */
export interface NoteEvent {
  readonly input: Input;
  readonly 'charge-output': ChargeOutput;
  readonly 'ledger-output': LedgerOutput;
  readonly context: StepContext;
}

/** Step note. */
export type NoteBody = (event: NoteEvent) => NoteOutput | Promise<NoteOutput>;

/** What step forget is given. */
export interface ForgetEvent {
  readonly card: TokenizeOutput;
  readonly context: StepContext;
}

/** Step forget. */
export type ForgetBody = (event: ForgetEvent) => void | Promise<void>;

