// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';
import type { JsonValue, OutputReference } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  customer: {
    id: number;
  };
  note?: string;
};

/** What step price writes, under the key price.v2. */
export type PriceOutput = {
  total: number;
};

/** What step vault writes, under the key card. */
export type VaultOutput = {
  token: string;
};

/** What step wrap writes, under the key wrap-output. */
export type WrapOutput = JsonValue;

/** What step ship writes, under the key ship-output. */
export type ShipOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step bill writes, under the key bill-output. */
export type BillOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What an execution ends with. */
export type Document = Input & {
  'price.v2': PriceOutput;
  card: VaultOutput | OutputReference;
  'wrap-output'?: WrapOutput;
  'ship-output': ShipOutput;
  'bill-output': BillOutput;
};

/** What step price is given. */
export interface PriceEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step price. */
export type PriceBody = (event: PriceEvent) => PriceOutput | Promise<PriceOutput>;

/** What step vault is given. */
export interface VaultEvent {
  readonly input: Input;
  readonly 'price.v2': PriceOutput;
  readonly context: StepContext;
}

/** Step vault. */
export type VaultBody = (event: VaultEvent) => VaultOutput | Promise<VaultOutput>;

/** What step wrap is given. */
export interface WrapEvent {
  readonly input: Input;
  readonly 'price.v2': PriceOutput;
  readonly context: StepContext;
}

/** Step wrap. */
export type WrapBody = (event: WrapEvent) => WrapOutput | Promise<WrapOutput>;

/** What step note is given. */
export interface NoteEvent {
  readonly input: Input;
  readonly 'price.v2': PriceOutput;
  readonly 'ship-output': ShipOutput;
  readonly 'bill-output': BillOutput;
  readonly context: StepContext;
}

/** Step note. */
export type NoteBody = (event: NoteEvent) => void | Promise<void>;

