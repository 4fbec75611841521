// Written by sfs3 from the workflow file, which is the place for changes: this file is replaced.
import type { JsonObject } from '@sfs3/runtime/contract';

/** What an execution starts with. */
export type Input = JsonObject;

/** What step invoice writes, under the key invoice-output. */
export type InvoiceOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
  /** Its document. */
  document: JsonObject;
};

/** What step audit writes, under the key audit-output. */
export type AuditOutput = {
  /** ARN of the execution that was started. */
  downstreamExecutionArn: string;
  /** Its transaction id, which is the key of its document. */
  processData: string;
  /** Its document. */
  document: JsonObject;
};

/** What an execution ends with. */
export type Document = { [property: string]: unknown } & {
  'invoice-output': InvoiceOutput;
  'audit-output': AuditOutput;
};

