import type { ContentHandle } from '@sfs3/runtime';

/** The statuses of an execution that goes on no further. */
export type FinalStatus = 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What DescribeExecution answers; `PENDING_REDRIVE` stands for a child of a distributed Map that is about to run again. */
export type StatusName = 'RUNNING' | 'PENDING_REDRIVE' | FinalStatus;

/** One execution at one moment. */
export interface ExecutionStatus<Status extends StatusName = StatusName> {
  readonly status: Status;
  readonly executionArn: string;
  readonly startDate?: Date;
  /** Present once the execution has ended. */
  readonly stopDate?: Date;
  /** Name of the error that ended the execution. */
  readonly error?: string;
  /** Text that came with the error. */
  readonly cause?: string;
}

/** How an execution ended. */
export type ExecutionOutcome = ExecutionStatus<FinalStatus>;

/** How long to wait, and who is told meanwhile. */
export interface WaitOptions {
  /** Seconds until `WaitTimeoutError`; the execution runs on. Default: no limit. */
  readonly timeoutSeconds?: number;
  /** Ends the wait with the signal's reason; the execution runs on. */
  readonly signal?: AbortSignal;
  /** Called after each poll, the final one included. */
  readonly onStatus?: (status: ExecutionStatus) => void;
}

/**
 * One execution and what can be asked about it.
 *
 * @typeParam Content The keys of its contents. Default: any.
 */
export interface Execution<
  Document extends object = Record<string, unknown>,
  Content extends string = string,
> {
  /** Key of the execution's document. */
  readonly txnId: string;
  readonly executionArn: string;
  /** Asks once. */
  status(): Promise<ExecutionStatus>;
  /** Waits for the end and tells how it ended, whether well or not: a failed execution is an answer, no exception. */
  wait(options?: WaitOptions): Promise<ExecutionOutcome>;
  /** Fetches the document as far as it is written: before SUCCEEDED, outputs may still be missing from it. */
  fetch(): Promise<Document>;
  /** The same as JSON text, in which numbers have all their digits. */
  fetchText(): Promise<string>;
  /**
   * Opens an output that is a file, once it is written: its size, its type, and its bytes when they are wanted.
   *
   * @throws ContentNotFoundError where it is not there.
   * @example
   * const invoice = await execution.open('invoice');
   * await pipeline(invoice.stream(), createWriteStream('invoice.pdf'));
   */
  open(key: Content): Promise<ContentHandle>;
  /** Waits for the end and fetches the whole document; throws `ExecutionFailedError` when the execution did not succeed. */
  result(options?: WaitOptions): Promise<Document>;
}

/** An execution as `start` returns it. */
export interface StartedExecution<
  Document extends object = Record<string, unknown>,
  Content extends string = string,
> extends Execution<Document, Content> {
  /** False when the same id and input had been started before: then this is that execution. */
  readonly created: boolean;
  /** ETag of the document with the input, in its quotes; absent where the document was there before. */
  readonly eTag?: string;
  /** As S3 answered it, e.g. `AES256`. */
  readonly serverSideEncryption?: string;
}
