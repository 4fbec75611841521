// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonObject, JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  amount: number;
  tell?: JsonObject;
};

/** What step reserve writes, under the key reservation. */
export type ReserveOutput = {
  shelf: string;
};

/** What step charge writes, under the key payment. */
export type ChargeOutput = {
  card: string;
};

/** What step book writes, under the key book-output. */
export type BookOutput = JsonValue;

/** What step box writes, under the key box-output. */
export type BoxOutput = JsonValue;

/** What step label writes, under the key label-output. */
export type LabelOutput = JsonValue;

/** What step review writes, under the key verdict. */
export type ReviewOutput = {
  ok: boolean;
};

/** What step call-carrier writes, under the key shipment. */
export type CallCarrierOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step confirm writes, under the key confirm-output. */
export type ConfirmOutput = JsonValue;

/** What step write-label writes, under the key write-label-output. */
export type WriteLabelOutput = JsonValue;

/** What step release writes, under the key release-output. */
export type ReleaseOutput = JsonValue;

/** What step refund writes, under the key refund. */
export type RefundOutput = {
  by: string;
};

/** What step unbox writes, under the key unbox-output. */
export type UnboxOutput = JsonValue;

/** What step recall writes, under the key recall-output. */
export type RecallOutput = JsonValue;

/** What step sum-up writes, under the key summary. */
export type SumUpOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  reservation: ReserveOutput;
  payment?: ChargeOutput;
  'book-output'?: BookOutput;
  'box-output'?: BoxOutput;
  'label-output'?: LabelOutput;
  verdict?: ReviewOutput;
  shipment: CallCarrierOutput;
  'confirm-output': ConfirmOutput;
  'write-label-output'?: WriteLabelOutput;
  'release-output'?: ReleaseOutput;
  refund?: RefundOutput;
  'unbox-output'?: UnboxOutput;
  'recall-output'?: RecallOutput;
  summary?: SumUpOutput;
};

/** What step reserve is given. */
export interface ReserveEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step reserve. */
export type ReserveBody = (event: ReserveEvent) => ReserveOutput | Promise<ReserveOutput>;

/** What step charge is given. */
export interface ChargeEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Step charge. */
export type ChargeBody = (event: ChargeEvent) => ChargeOutput | Promise<ChargeOutput>;

/** What step book is given. */
export interface BookEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Step book. */
export type BookBody = (event: BookEvent) => BookOutput | Promise<BookOutput>;

/** What step box is given. */
export interface BoxEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Step box. */
export type BoxBody = (event: BoxEvent) => BoxOutput | Promise<BoxOutput>;

/** What step label is given. */
export interface LabelEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly 'box-output': BoxOutput;
  readonly context: StepContext;
}

/** Step label. */
export type LabelBody = (event: LabelEvent) => LabelOutput | Promise<LabelOutput>;

/** What step review is given. */
export interface ReviewEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step review. */
export type ReviewBody = (event: ReviewEvent) => ReviewOutput | Promise<ReviewOutput>;

/** What step confirm is given. */
export interface ConfirmEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly payment?: ChargeOutput | undefined;
  readonly context: StepContext;
}

/** Step confirm. */
export type ConfirmBody = (event: ConfirmEvent) => ConfirmOutput | Promise<ConfirmOutput>;

/** What step write-label is given. */
export interface WriteLabelEvent {
  readonly input: Input;
  readonly error: StepError<'prepare'>;
  readonly context: StepContext;
}

/** Step write-label. */
export type WriteLabelBody = (event: WriteLabelEvent) => WriteLabelOutput | Promise<WriteLabelOutput>;

/** What step give-up is given. */
export interface GiveUpEvent {
  readonly error: StepError<'review'>;
  readonly context: StepContext;
}

/** Step give-up. */
export type GiveUpBody = (event: GiveUpEvent) => void | Promise<void>;

/** What step release is given. */
export interface ReleaseEvent {
  readonly input: Input;
  readonly error: StepError<'reserve' | 'prepare' | 'review' | 'refuse' | 'call-carrier' | 'confirm' | 'write-label' | 'give-up'>;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Puts what was reserved back on its shelf */
export type ReleaseBody = (event: ReleaseEvent) => ReleaseOutput | Promise<ReleaseOutput>;

/** What step refund is given. */
export interface RefundEvent {
  readonly error: StepError<'reserve' | 'prepare' | 'review' | 'refuse' | 'call-carrier' | 'confirm' | 'write-label' | 'give-up'>;
  readonly reservation: ReserveOutput;
  readonly payment: ChargeOutput;
  readonly verdict?: ReviewOutput | undefined;
  readonly 'unbox-output'?: UnboxOutput | undefined;
  readonly context: StepContext;
}

/** Step refund. */
export type RefundBody = (event: RefundEvent) => RefundOutput | Promise<RefundOutput>;

/** What step unbox is given. */
export interface UnboxEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step unbox. */
export type UnboxBody = (event: UnboxEvent) => UnboxOutput | Promise<UnboxOutput>;

/** What step recall is given. */
export interface RecallEvent {
  readonly input: Input;
  readonly error: StepError<'reserve' | 'prepare' | 'review' | 'refuse' | 'call-carrier' | 'confirm' | 'write-label' | 'give-up'>;
  readonly reservation: ReserveOutput;
  readonly shipment: CallCarrierOutput;
  readonly context: StepContext;
}

/** Step recall. */
export type RecallBody = (event: RecallEvent) => RecallOutput | Promise<RecallOutput>;

/** What step alarm is given. */
export interface AlarmEvent {
  readonly input: Input;
  readonly error: StepError<'reserve' | 'prepare' | 'review' | 'refuse' | 'call-carrier' | 'confirm' | 'write-label' | 'give-up'>;
  readonly context: StepContext;
}

/** Step alarm. */
export type AlarmBody = (event: AlarmEvent) => void | Promise<void>;

/** What step sum-up is given. */
export interface SumUpEvent {
  readonly input: Input;
  readonly error: StepError<'reserve' | 'prepare' | 'review' | 'refuse' | 'call-carrier' | 'confirm' | 'write-label' | 'give-up'>;
  readonly payment?: ChargeOutput | undefined;
  readonly 'release-output'?: ReleaseOutput | undefined;
  readonly refund?: RefundOutput | undefined;
  readonly context: StepContext;
}

/** Step sum-up. */
export type SumUpBody = (event: SumUpEvent) => SumUpOutput | Promise<SumUpOutput>;

