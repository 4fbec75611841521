// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';
import type * as schemas from '../schemas.js';

/** What an execution starts with. */
export type Input = {
  customer: string;
  country: string;
  lines: schemas.Line[];
};

/** What step reserve writes, under the key reservation. */
export type ReserveOutput = {
  number: string;
  lines: schemas.Line[];
  total: number;
};

/** What step review writes, under the key verdict. */
export type ReviewOutput = {
  accepted: boolean;
};

/** What step charge writes, under the key payment. */
export type ChargeOutput = {
  number: string;
  amount: number;
};

/** What step ship writes, under the key shipment. */
export type ShipOutput = {
  carrier: string;
  tracking: string;
};

/** What step release writes, under the key release-output. */
export type ReleaseOutput = JsonValue;

/** What step refund writes, under the key refund-output. */
export type RefundOutput = {
  payment: string;
  amount: number;
  because: string;
};

/** What step notify writes, under the key letter. */
export type NotifyOutput = JsonValue;

/** What an execution ends with. */
export type Document = Input & {
  reservation: ReserveOutput;
  verdict?: ReviewOutput;
  payment: ChargeOutput;
  shipment: ShipOutput;
  'release-output'?: ReleaseOutput;
  'refund-output'?: RefundOutput;
  letter?: NotifyOutput;
};

/** What step reserve is given. */
export interface ReserveEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Takes the articles off the shelves */
export type ReserveBody = (event: ReserveEvent) => ReserveOutput | Promise<ReserveOutput>;

/** What step review is given. */
export interface ReviewEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Looks at orders that are large */
export type ReviewBody = (event: ReviewEvent) => ReviewOutput | Promise<ReviewOutput>;

/** What step charge is given. */
export interface ChargeEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Takes the money */
export type ChargeBody = (event: ChargeEvent) => ChargeOutput | Promise<ChargeOutput>;

/** What step ship is given. */
export interface ShipEvent {
  readonly input: Input;
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Hands the parcel to a carrier */
export type ShipBody = (event: ShipEvent) => ShipOutput | Promise<ShipOutput>;

/** What step release is given. */
export interface ReleaseEvent {
  readonly reservation: ReserveOutput;
  readonly context: StepContext;
}

/** Puts the articles back on their shelves */
export type ReleaseBody = (event: ReleaseEvent) => ReleaseOutput | Promise<ReleaseOutput>;

/** What step refund is given. */
export interface RefundEvent {
  readonly error: StepError<'reserve' | 'review' | 'refused' | 'charge' | 'ship'>;
  readonly payment: ChargeOutput;
  readonly context: StepContext;
}

/** Gives the money back */
export type RefundBody = (event: RefundEvent) => RefundOutput | Promise<RefundOutput>;

/** What step notify is given. */
export interface NotifyEvent {
  readonly input: Input;
  readonly error: StepError<'reserve' | 'review' | 'refused' | 'charge' | 'ship'>;
  readonly 'refund-output'?: RefundOutput | undefined;
  readonly context: StepContext;
}

/** Tells the customer what happened */
export type NotifyBody = (event: NotifyEvent) => NotifyOutput | Promise<NotifyOutput>;

