// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext, StepError } from '@sfs3/runtime';
import type { JsonValue } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = {
  customer: string;
};

/** What step apologise writes, under the key apologise-output. */
export type ApologiseOutput = JsonValue;

/** What step ship writes, under the key shipment. */
export type ShipOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
  /** Its document. */
  document: import('../Shipping/contract.js').Document;
};

/** What step bill writes, under the key bill-output. */
export type BillOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
  /** Its document. */
  document: Partial<import('../Billing/contract.js').Document>;
};

/** What step finish writes, under the key finish-output. */
export type FinishOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
  /** Its document. */
  document: import('../Closing/contract.js').Document;
};

/** What an execution ends with. */
export type Document = Input & {
  shipment?: ShipOutput;
  'bill-output'?: BillOutput;
  'finish-output'?: FinishOutput;
  'apologise-output'?: ApologiseOutput;
};

/** What step apologise is given. */
export interface ApologiseEvent {
  readonly input: Input;
  readonly error: StepError<'ship'>;
  readonly context: StepContext;
}

/** Step apologise. */
export type ApologiseBody = (event: ApologiseEvent) => ApologiseOutput | Promise<ApologiseOutput>;

