// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { StepContext } from '@sfs3/runtime';

/** What an execution starts with. */
export type Input = {
  customer: string;
};

/** What step price writes, under the key price-output. */
export type PriceOutput = {
  total: number;
};

/** What step ship writes, under the key ship-output. */
export type ShipOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step invoice writes, under the key invoice-started. */
export type InvoiceOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step archive writes, under the key archive-output. */
export type ArchiveOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What step audit writes, under the key audit-output. */
export type AuditOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
};

/** What an execution ends with. */
export type Document = Input & {
  'price-output': PriceOutput;
  'ship-output': ShipOutput;
  'invoice-started': InvoiceOutput;
  'archive-output': ArchiveOutput;
  'audit-output': AuditOutput;
};

/** What step price is given. */
export interface PriceEvent {
  readonly input: Input;
  readonly context: StepContext;
}

/** Step price. */
export type PriceBody = (event: PriceEvent) => PriceOutput | Promise<PriceOutput>;

/** What step note is given. */
export interface NoteEvent {
  readonly 'ship-output': ShipOutput;
  readonly 'invoice-started'?: InvoiceOutput | undefined;
  readonly context: StepContext;
}

/** Step note. */
export type NoteBody = (event: NoteEvent) => void | Promise<void>;

